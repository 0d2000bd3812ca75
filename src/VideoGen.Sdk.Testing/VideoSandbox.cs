using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing;

/// <summary>
/// A server on loopback that speaks the wires of Kling, Pika, fal, Runway, HeyGen and OpenAI-shaped video APIs, makes playable clips and keeps a
/// record of what the vendors would have charged. Nobody pays. Thread safe.
/// </summary>
public sealed class VideoSandbox : IAsyncDisposable
{
    private readonly SandboxServer _server;

    private VideoSandbox(SandboxServer server) => _server = server;

    /// <summary>The address without a path, such as <c>http://127.0.0.1:5055</c>.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>What the vendors have charged since the start or the last reset, in order.</summary>
    public IReadOnlyList<SandboxCharge> Charges => _server.World.Charges.Read();

    /// <summary>
    /// Whether any task is on its way to an end, which takes real time. A test that moves a clock of its own asks this first, or days pass for the app while a vendor renders.
    /// False while every task has ended, or is stuck for ever.
    /// </summary>
    public bool IsRendering => _server.World.Tasks.IsAnyMoving;

    /// <summary>Starts a sandbox; dispose it to stop.</summary>
    /// <param name="options">How it behaves; defaults that suit a test when null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option cannot be used, such as a URL that is not on loopback.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<VideoSandbox> StartAsync(VideoSandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        new(await SandboxServer.StartAsync(options ?? new VideoSandboxOptions(), cancellationToken).ConfigureAwait(false));

    /// <summary>The base URL a client of one vendor is given, without a slash at its end.</summary>
    /// <param name="vendor">kling, pika, fal, runway, heygen or openai.</param>
    /// <exception cref="ArgumentException">The sandbox does not speak that vendor's wire.</exception>
    public Uri UrlOf(string vendor) => SandboxServer.VendorNames.Contains(vendor)
        ? new Uri(BaseUrl, vendor)
        : throw new ArgumentException($"The sandbox does not know '{vendor}'. It knows {string.Join(", ", SandboxServer.VendorNames)}.", nameof(vendor));

    /// <summary>Lets something go wrong.</summary>
    /// <param name="fault">What, where and when.</param>
    /// <returns>The id of the fault.</returns>
    /// <exception cref="ArgumentException">It could never strike, such as a truncated file on a submit; the message says what can be.</exception>
    public string AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return FaultCheck.Complaint(fault, SandboxServer.VendorNames) is { } complaint ? throw new ArgumentException(complaint, nameof(fault)) : _server.World.Faults.Add(fault);
    }

    /// <summary>Lets nothing more go wrong; what faults already did to tasks stays.</summary>
    public void ClearFaults() => _server.World.Faults.Clear();

    /// <summary>Forgets faults, tasks, charges, uploads and webhook endpoints.</summary>
    public void Reset() => _server.Reset();

    /// <summary>Stops listening. Tasks that are not over never end.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
