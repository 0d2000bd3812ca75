using System.Diagnostics;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Tests.Clients;

/// <summary>The clients that vendors publish themselves, as their users install them, in front of the sandbox. Kling, Pika and HeyGen publish none as a package.</summary>
public sealed class PublishedClientTests
{
    private static readonly string Root = FindRoot();

    // Put there by tests/run.sh: current Node.js and the packages, by name and version.
    private static readonly string Packages = Path.Combine(Root, "artifacts", "node");

    [Theory]
    [InlineData("runway", "SUCCEEDED", "number", 0.60)]
    [InlineData("openai", "completed", "true", 0.40)]
    [InlineData("fal", "COMPLETED", "string", 0.20)]
    public async Task A_vendors_own_client_creates_polls_and_downloads(string vendor, string state, string more, decimal price)
    {
        var node = Path.Combine(Packages, "node_modules", "node", "bin", "node");
        Assert.SkipUnless(File.Exists(node) || Environment.GetEnvironmentVariable("CI") is not null, "no Node.js packages on this machine; tests/run.sh installs them");
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.2) }, TestContext.Current.CancellationToken);

        var said = JsonNode.Parse(await RunAsync(node, Path.Combine(Root, "tests", "VideoGen.Sdk.Testing.Tests", "Clients", $"{vendor}.mjs"), Packages, sandbox.UrlOf(vendor).ToString()))!;

        Assert.Equal((state, more, "video/mp4"), (Text(said["state"]), Text(said["more"]), Text(said["type"])));
        Assert.True(said["bytes"]!.GetValue<long>() > 1000);
        var charge = Assert.Single(sandbox.Charges);
        Assert.Equal((vendor, Text(said["id"]), price), (charge.Vendor, charge.RemoteId, charge.AmountUsd));
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var complained = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, await complained);
            return await said;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // Builds for CI map source paths, so the way is found from where the program lies.
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VideoGen.Sdk.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests do not lie below VideoGen.Sdk.sln");
        }

        return folder.FullName;
    }
}
