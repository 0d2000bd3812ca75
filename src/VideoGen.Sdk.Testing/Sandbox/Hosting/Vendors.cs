namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>The vendors every sandbox speaks for.</summary>
internal static class Vendors
{
    public static IVendor[] Of(World world) =>
    [
        new Kling.KlingVendor(world),
        new Pika.PikaVendor(world),
        new Fal.FalVendor(world),
        new Runway.RunwayVendor(world),
        new HeyGen.HeyGenVendor(world),
        new OpenAI.OpenAIVendor(world),
    ];
}
