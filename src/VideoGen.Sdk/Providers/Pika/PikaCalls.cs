using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>The calls of one account, with the key as it is now.</summary>
internal sealed class PikaCalls(VendorHttp http, Func<PikaOptions> readOptions)
{
    public VendorHttp Http => http;

    public PikaOptions Options => readOptions();

    public static string? MissingFrom(PikaOptions options) => string.IsNullOrWhiteSpace(options.ApiKey)
        ? "No API key found for provider 'pika'. Set VideoGeneration:Providers:pika:ApiKey or PIKA_API_KEY."
        : null;

    /// <summary>The header; null when there is no key.</summary>
    public KeyValuePair<string, string>? Key() => MissingFrom(Options) is null ? KeyValuePair.Create("X-API-Key", Options.ApiKey!.Trim()) : null;

    public KeyValuePair<string, string> KeyOrThrow() =>
        Key() ?? throw PikaErrors.Call(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = MissingFrom(Options)! });

    /// <summary>Reads under the key.</summary>
    public Task<VendorAnswer> GetAsync(string path, CancellationToken cancellationToken) => GetAsync(VendorRequest.Get(path, KeyOrThrow()), cancellationToken);

    /// <summary>Reads what is open to everyone.</summary>
    public Task<VendorAnswer> GetOpenAsync(string path, CancellationToken cancellationToken) => GetAsync(VendorRequest.Get(path), cancellationToken);

    private async Task<VendorAnswer> GetAsync(VendorRequest request, CancellationToken cancellationToken) =>
        (await http.SendSafeAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOr(f => PikaErrors.Call(f));
}
