using System.Globalization;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>The calls of one account, with the key and the options as they are now.</summary>
internal sealed class FalCalls(VendorHttp http, Func<FalOptions> readOptions)
{
    public VendorHttp Http => http;

    public FalOptions Options => readOptions();

    public static string? MissingFrom(FalOptions options) => string.IsNullOrWhiteSpace(options.ApiKey)
        ? "No API key found for provider 'fal'. Set VideoGeneration:Providers:fal:ApiKey or FAL_KEY."
        : options.RequestTimeout <= TimeSpan.FromSeconds(1) ? "RequestTimeout of provider 'fal' must be above one second." : null;

    /// <summary>The header; null when there is no key.</summary>
    public KeyValuePair<string, string>? Key() => MissingFrom(Options) is null ? KeyValuePair.Create("Authorization", "Key " + Options.ApiKey!.Trim()) : null;

    /// <summary>What goes along with a submit besides the key.</summary>
    public IEnumerable<KeyValuePair<string, string>> SubmitHeaders()
    {
        var options = Options;
        if (options.RequestTimeout is { } longest)
        {
            yield return KeyValuePair.Create("X-Fal-Request-Timeout", Seconds(longest));
        }

        if (options.DisableVendorRetries)
        {
            yield return KeyValuePair.Create("X-Fal-No-Retry", "1");
        }

        if (options.OutputLifetime is { } life)
        {
            yield return KeyValuePair.Create("X-Fal-Object-Lifecycle-Preference", $$"""{"expiration_duration_seconds":{{Seconds(life)}}}""");
        }
    }

    public async Task<VendorAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        (await http.SendSafeAsync(VendorRequest.Get(path, KeyOrThrow()), cancellationToken).ConfigureAwait(false)).AnswerOr(f => FalErrors.Call(f));

    /// <summary>Sends once: a result's 5xx is the model's word and not a fault of the way, and a cancel is no question.</summary>
    public async Task<VendorAnswer> SendAsync(HttpMethod method, string address, CancellationToken cancellationToken) =>
        (await http.SendFreeAsync(new VendorRequest { Method = method, Address = address, Headers = [KeyOrThrow()] }, cancellationToken).ConfigureAwait(false)).AnswerOr(f => FalErrors.Call(f));

    private KeyValuePair<string, string> KeyOrThrow() =>
        Key() ?? throw FalErrors.Call(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = MissingFrom(Options)! });

    private static string Seconds(TimeSpan span) => ((long)Math.Ceiling(span.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
