using System.Net;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>The sandbox accepts any key and posts wherever a request says: it must never be reachable from, nor reach, another machine.</summary>
internal static class Loopback
{
    /// <summary>Only literal addresses and the name localhost; other names could be made to resolve anywhere.</summary>
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static bool IsTarget(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && IsHost(uri.Host);

    /// <summary>Where to listen, read from a URL.</summary>
    /// <exception cref="ArgumentException">The URL is not plain HTTP on a loopback address.</exception>
    public static (IPAddress Address, int Port) Listen(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || !IsHost(uri.Host))
        {
            throw new ArgumentException($"The sandbox listens on loopback only, with plain HTTP: '{url}' is not such a URL. Try http://127.0.0.1:5055.",
                nameof(url));
        }

        var address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback;
        return (address, uri.Port);
    }
}
