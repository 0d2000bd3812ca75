using System.Text.Json.Serialization.Metadata;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>The account's calls with its headers; free ones throw what went wrong.</summary>
internal sealed class RunwayCalls(VendorHttp http, Func<RunwayOptions> readOptions)
{
    public VendorHttp Http => http;

    public RunwayOptions Options => readOptions();

    /// <summary>Never throws.</summary>
    public async Task<TransportOutcome> CreateAsync(SubmissionBody body, CancellationToken cancellationToken)
    {
        var options = Options;
        if (options.MissingKey is { } reason)
        {
            return new TransportOutcome.NotSent(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = reason });
        }

        KeyValuePair<string, string>[] headers = [.. HeadersOf(options), .. options.OnBehalfOf is { Length: > 0 } customer ? [KeyValuePair.Create("X-Runway-On-Behalf-Of", customer)] : Array.Empty<KeyValuePair<string, string>>()];
        return await http.SendOnceAsync(VendorRequest.Post(body.Route, body.Content, headers) with { ContentType = body.ContentType }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The task as it stands; null when Runway does not know it.</summary>
    public async Task<(RunwayTaskAnswer Task, VendorAnswer Answer)?> FindTaskAsync(string id, CancellationToken cancellationToken)
    {
        var answer = Answer(await http.SendSafeAsync(VendorRequest.Get(PathOf(id), Headers()), cancellationToken).ConfigureAwait(false));
        return answer.Code == 404 ? null : (Read(answer, RunwayJsonContext.Default.RunwayTaskAnswer), answer);
    }

    public async Task<VendorAnswer> DeleteTaskAsync(string id, CancellationToken cancellationToken) =>
        Answer(await http.SendFreeAsync(new VendorRequest { Method = HttpMethod.Delete, Address = PathOf(id), Headers = Headers() }, cancellationToken).ConfigureAwait(false));

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => Read(Answer(await http.SendSafeAsync(VendorRequest.Get(path, Headers()), cancellationToken).ConfigureAwait(false)), type);

    public async Task<T> PostFreeAsync<T>(string path, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => Read(Answer(await http.SendFreeAsync(VendorRequest.Post(path, body, Headers()), cancellationToken).ConfigureAwait(false)), type);

    public static VendorAnswer Answer(TransportOutcome outcome) => outcome.AnswerOr(RunwayFault.Of);

    private static T Read<T>(VendorAnswer answer, JsonTypeInfo<T> type)
        where T : class => !answer.IsSuccess ? throw RunwayFault.Of(RunwayErrors.OfFreeCall(answer))
        : answer.TryRead(type, out var value) ? value
        : throw RunwayFault.Of(ProviderFailureKind.Transient, "the answer could not be read");

    private static string PathOf(string id) => $"v1/tasks/{Uri.EscapeDataString(id)}";

    private KeyValuePair<string, string>[] Headers()
    {
        var options = Options;
        return options.MissingKey is { } reason ? throw RunwayFault.Of(ProviderFailureKind.Authentication, reason) : HeadersOf(options);
    }

    private static KeyValuePair<string, string>[] HeadersOf(RunwayOptions options) =>
        [KeyValuePair.Create("Authorization", $"Bearer {options.ApiKey}"), KeyValuePair.Create("X-Runway-Version", options.ApiVersion)];
}
