using System.Text.Json.Serialization.Metadata;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>The account's calls with its headers. Nothing is ever sent to OpenAI's own host.</summary>
internal sealed class OpenAICalls(VendorHttp http, Func<OpenAICompatibleOptions> readOptions)
{
    public VendorHttp Http => http;

    public OpenAICompatibleOptions Options => readOptions();

    /// <summary>Why no call is made at all; null when calls may go out.</summary>
    public ProviderFailure? Obstacle => Options switch
    {
        { IsOfficial: true } official => new() { Kind = ProviderFailureKind.Retired, Message = $"retired since {official.Lifecycle.EndsOn:yyyy-MM-dd}: {official.Lifecycle.Note}" },
        { BaseUrl: null } => new() { Kind = ProviderFailureKind.NotSupported, Message = "no BaseUrl is set; OpenAI's own videos API ended on 2026-09-24, so a gateway must be named" },
        _ => null,
    };

    public async Task<TransportOutcome> CreateAsync(SubmissionBody body, CancellationToken cancellationToken) => Obstacle is { } refused
        ? new TransportOutcome.NotSent(refused)
        : await http.SendOnceAsync(VendorRequest.Post(PathOf(body.Route), body.Content, Headers()) with { ContentType = body.ContentType }, cancellationToken).ConfigureAwait(false);

    public async Task<VendorAnswer> GetAsync(string path, CancellationToken cancellationToken) => Obstacle is { } refused
        ? throw OpenAIFault.Of(refused)
        : (await http.SendSafeAsync(VendorRequest.Get(PathOf(path), Headers()), cancellationToken).ConfigureAwait(false)).AnswerOr(OpenAIFault.Of);

    public Task<DownloadOutcome> OpenAsync(string path, long offset, CancellationToken cancellationToken) => Obstacle is { } refused
        ? throw OpenAIFault.Of(refused)
        : http.OpenDownloadAsync(
            new DownloadRequest { Address = new Uri($"{Options.BaseUrl!.AbsoluteUri.TrimEnd('/')}/{PathOf(path)}"), Offset = offset, OwnOriginHeaders = Headers() }, cancellationToken);

    public static T Read<T>(VendorAnswer answer, JsonTypeInfo<T> type)
        where T : class => !answer.IsSuccess ? throw OpenAIFault.Of(OpenAIErrors.OfFreeCall(answer))
        : answer.TryRead(type, out var value) ? value
        : throw OpenAIFault.Of(ProviderFailureKind.Transient, "the answer could not be read");

    // Base URLs of this API are written with /v1 and without it.
    private string PathOf(string path) => Options.BaseUrl!.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.OrdinalIgnoreCase) ? path : $"v1/{path}";

    private KeyValuePair<string, string>[] Headers()
    {
        var options = Options;
        List<KeyValuePair<string, string>> headers = [new("Authorization", $"Bearer {options.ApiKey}")];
        if (options.Organization is { Length: > 0 } organization)
        {
            headers.Add(new("OpenAI-Organization", organization));
        }

        if (options.Project is { Length: > 0 } project)
        {
            headers.Add(new("OpenAI-Project", project));
        }

        return [.. headers];
    }
}
