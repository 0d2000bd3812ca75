using System.Text.Json.Serialization.Metadata;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>The account's calls with its headers. Nothing is ever sent to OpenAI's own host.</summary>
internal sealed class OpenAICalls(VendorHttp http, Func<OpenAICompatibleOptions> readOptions)
{
    public VendorHttp Http => http;

    public OpenAICompatibleOptions Options => readOptions();

    /// <summary>Never throws.</summary>
    public async Task<TransportOutcome> CreateAsync(SubmissionBody body, CancellationToken cancellationToken)
    {
        var options = Options;
        return options.Obstacle is { } refused
            ? new TransportOutcome.NotSent(refused)
            : await http.SendOnceAsync(VendorRequest.Post(PathOf(body.Route, options), body.Content, HeadersOf(options)) with { ContentType = body.ContentType }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<VendorAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        var options = Usable();
        return (await http.SendSafeAsync(VendorRequest.Get(PathOf(path, options), HeadersOf(options)), cancellationToken).ConfigureAwait(false)).AnswerOr(OpenAIFault.Of);
    }

    public Task<DownloadOutcome> OpenAsync(string path, OutputRequest request, CancellationToken cancellationToken)
    {
        var options = Usable();
        var address = new Uri($"{options.BaseUrl!.AbsoluteUri.TrimEnd('/')}/{PathOf(path, options)}");
        return http.OpenDownloadAsync(new DownloadRequest { Address = address, Offset = request.Offset, EntityTag = request.EntityTag, OwnOriginHeaders = HeadersOf(options) }, cancellationToken);
    }

    public static T Read<T>(VendorAnswer answer, JsonTypeInfo<T> type)
        where T : class => !answer.IsSuccess ? throw OpenAIFault.Of(OpenAIErrors.OfFreeCall(answer))
        : answer.TryRead(type, out var value) ? value
        : throw OpenAIFault.Of(ProviderFailureKind.Transient, "the answer could not be read");

    private OpenAICompatibleOptions Usable() => Options is var options && options.Obstacle is { } obstacle ? throw OpenAIFault.Of(obstacle) : options;

    // Base URLs of this API are written with /v1 and without it.
    private static string PathOf(string path, OpenAICompatibleOptions options) =>
        options.BaseUrl!.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.OrdinalIgnoreCase) ? path : $"v1/{path}";

    private static KeyValuePair<string, string>[] HeadersOf(OpenAICompatibleOptions options)
    {
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
