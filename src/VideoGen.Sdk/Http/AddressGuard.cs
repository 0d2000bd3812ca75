using System.Net;
using System.Net.Sockets;

namespace VideoGen.Sdk.Http;

/// <summary>Judges addresses taken from answers after name resolution, and connects to the very address judged, so a name cannot change in between.</summary>
internal sealed class AddressGuard(bool allowLoopback)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isPlain = string.Equals(context.InitialRequestMessage.RequestUri?.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var allowed = found.Where(a => isPlain ? allowLoopback && IsLoopback(a) : Allows(a)).ToList();
        if (allowed.Count == 0)
        {
            throw new AddressRefusedException();
        }

        Exception? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                last = e;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        throw last!;
    }

    public bool Allows(IPAddress address) => PublicAddress.Contains(address) || (allowLoopback && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
