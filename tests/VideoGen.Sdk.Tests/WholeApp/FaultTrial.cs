using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>One vendor, one fault, one video: how it ends, and what must hold however it ends.</summary>
internal static class FaultTrial
{
    public static readonly string[] Vendors = ["kling", "pika", "fal", "runway", "heygen", "openai"];

    public static TheoryData<string, SandboxFaultKind> Each(params SandboxFaultKind[] kinds) => Each(Vendors, kinds);

    public static TheoryData<string, SandboxFaultKind> Each(IEnumerable<string> vendors, params SandboxFaultKind[] kinds)
    {
        var all = new TheoryData<string, SandboxFaultKind>();
        foreach (var vendor in vendors)
        {
            foreach (var kind in kinds)
            {
                all.Add(vendor, kind);
            }
        }

        return all;
    }

    // The gateways behind the OpenAI shape name no prices; whoever uses one declares its own.
    public static Task<VendorApp> StartAsync(string vendor) =>
        VendorApp.StartAsync([vendor], ("MaxDownloadBytes", "3000000"), ("Providers:openai:CostPerVideoUsd", "0.40"));

    public static async Task<(VideoResult? Result, VideoGenerationException? Thrown)> TryAsync(VendorApp app)
    {
        try
        {
            return (await app.GenerateAsync(), null);
        }
        catch (VideoGenerationException e)
        {
            return (null, e);
        }
    }

    public static async Task MustHoldAsync(VendorApp app, VideoResult? result, Exception? thrown)
    {
        await app.MustAgreeWithVendorsAsync();
        app.MustTellNothing(thrown);
        if (result is not null)
        {
            var head = new byte[8];
            await using var file = File.OpenRead(result.Video.LocalPath!);
            await file.ReadExactlyAsync(head);
            Assert.Equal("ftyp"u8.ToArray(), head[4..]);
        }
    }
}
