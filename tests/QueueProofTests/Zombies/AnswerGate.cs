using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>A line between a worker and the vendors that lets every request through, and holds back what a vendor answers to a POST until it is opened.</summary>
internal sealed class AnswerGate : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource posted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri vendors;
    private readonly Task accepting;

    public AnswerGate(Uri vendors)
    {
        this.vendors = vendors;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Ends once a POST has gone through whose answer is held back.</summary>
    public Task PostedAsync() => posted.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Lets the answer go, and every later one.</summary>
    public void Open() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = CarryAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
    }

    private async Task CarryAsync(TcpClient worker)
    {
        using var vendor = new TcpClient();
        using (worker)
        {
            await vendor.ConnectAsync(vendors.Host, vendors.Port, closing.Token);
            var (near, far) = (worker.GetStream(), vendor.GetStream());
            var isHeld = false;
            await Task.WhenAny(
                PumpAsync(near, far, said => isHeld |= Encoding.ASCII.GetString(said).StartsWith("POST ", StringComparison.Ordinal), () => Task.CompletedTask),
                PumpAsync(far, near, _ => { }, () => isHeld ? HoldAsync() : Task.CompletedTask));
        }
    }

    private Task HoldAsync()
    {
        posted.TrySetResult();
        return open.Task.WaitAsync(closing.Token);
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Action<byte[]> look, Func<Task> before)
    {
        var buffer = new byte[32 * 1024];
        for (int count; (count = await from.ReadAsync(buffer, closing.Token)) > 0;)
        {
            look(buffer[..count]);
            await before();
            await to.WriteAsync(buffer.AsMemory(0, count), closing.Token);
        }
    }
}
