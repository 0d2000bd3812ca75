using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>The calls of one account, with the key as it is now.</summary>
internal sealed class HeyGenCalls(VendorHttp http, Func<HeyGenOptions> readOptions)
{
    public VendorHttp Http => http;

    public HeyGenOptions Options => readOptions();

    public static string? MissingFrom(HeyGenOptions options) => string.IsNullOrWhiteSpace(options.ApiKey)
        ? "No API key found for provider 'heygen'. Set VideoGeneration:Providers:heygen:ApiKey or HEYGEN_API_KEY."
        : null;

    /// <summary>The header; null when there is no key.</summary>
    public KeyValuePair<string, string>? Key()
    {
        var options = Options;
        return MissingFrom(options) is null ? KeyValuePair.Create("X-Api-Key", options.ApiKey!.Trim()) : null;
    }

    public KeyValuePair<string, string> KeyOrThrow() =>
        Key() ?? throw HeyGenErrors.Call(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = MissingFrom(Options)! });

    public async Task<VendorAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        (await http.SendSafeAsync(VendorRequest.Get(path, KeyOrThrow()), cancellationToken).ConfigureAwait(false)).AnswerOr(f => HeyGenErrors.Call(f));

    /// <summary>A free call with another verb, sent once.</summary>
    public async Task<VendorAnswer> SendAsync(VendorRequest request, CancellationToken cancellationToken) =>
        (await http.SendFreeAsync(request with { Headers = [KeyOrThrow(), .. request.Headers] }, cancellationToken).ConfigureAwait(false)).AnswerOr(f => HeyGenErrors.Call(f));

    /// <summary>What a free call brought, or why it did not.</summary>
    public static HeyGenSaid Data(VendorAnswer answer)
    {
        var said = HeyGenSaid.Of(answer);
        return said is { IsError: false } && answer.IsSuccess ? said
            : said is null ? throw HeyGenErrors.Odd($"The answer (HTTP {answer.Code}) is not of HeyGen's form.")
            : throw HeyGenErrors.Call(HeyGenErrors.Of(answer, said));
    }
}
