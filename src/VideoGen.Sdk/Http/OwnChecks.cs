namespace VideoGen.Sdk.Http;

/// <summary>What we refuse before any byte leaves: a key to a host that the app did not name, a key in the clear, a key that cannot be a header.</summary>
internal static class OwnChecks
{
    private static readonly string[] Credentials = ["Authorization", "X-Api-Key", "Api-Key", "Cookie", "Proxy-Authorization"];

    /// <summary>The absolute address of a call, a path being below the base URL; null when it is neither.</summary>
    public static Uri? Resolve(string address, VendorEndpoint endpoint)
    {
        if (address.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null;
        }

        var root = endpoint.BaseUrl.AbsoluteUri;
        return Uri.TryCreate($"{root.TrimEnd('/')}/{address.TrimStart('/')}", UriKind.Absolute, out var below) ? below : null;
    }

    public static bool IsOwnOrigin(Uri address, VendorEndpoint endpoint) => endpoint.TrustedOrigins.Prepend(endpoint.BaseUrl).Any(o => IsSameOrigin(o, address));

    /// <summary>Whether the app named this origin as one to fetch files from, which is no word about keys.</summary>
    public static bool IsTrustedForDownloads(Uri address, VendorEndpoint endpoint) => endpoint.TrustedDownloadOrigins.Any(o => o.IsAbsoluteUri && IsSameOrigin(o, address));

    public static bool IsSameOrigin(Uri one, Uri other) => string.Equals(one.Scheme, other.Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase) && one.Port == other.Port;

    /// <summary>Whether a key may travel there: https, or http as the endpoint permits.</summary>
    public static bool IsSafeForKeys(Uri address, VendorEndpoint endpoint) => address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && (endpoint.AllowPlainHttp || (endpoint.AllowLoopback && address.IsLoopback)));

    public static ProviderFailure? OfConfigured(VendorRequest request, Uri? address, VendorEndpoint endpoint) =>
        address is null || !IsOwnOrigin(address, endpoint)
            ? TransportFault.Refused(ProviderFailureKind.NotSupported, "Nothing was sent: the address is not of the account's base URL, and the key goes nowhere else.")
        : !IsSafeForKeys(address, endpoint)
            ? TransportFault.Refused(ProviderFailureKind.NotSupported, "Nothing was sent: the base URL must be https. For a sandbox on this machine set AllowLoopback.")
        : OfHeaders(request);

    public static ProviderFailure? OfLink(VendorRequest request, Uri? address, Lane lane) =>
        address is null || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && lane != Lane.Guarded))
            ? TransportFault.Refused(ProviderFailureKind.NotSupported, "Nothing was sent: a link taken from an answer must be https. If the file lies on storage of your own, name its origin in TrustedDownloadOrigins.")
        : request.Headers.Any(h => Credentials.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            ? TransportFault.Refused(ProviderFailureKind.NotSupported, "Nothing was sent: a link taken from an answer never gets the key.")
        : OfHeaders(request);

    // The framework would throw for these too, but with the value in its message.
    private static ProviderFailure? OfHeaders(VendorRequest request) => request.Headers.FirstOrDefault(h => h.Value.Any(c => c is < ' ' or > '~')) is { Key: { } name }
        ? TransportFault.Refused(ProviderFailureKind.Authentication, $"Nothing was sent: the value of {name} holds a line break or a character outside ASCII; look at how the key was pasted.")
        : null;
}
