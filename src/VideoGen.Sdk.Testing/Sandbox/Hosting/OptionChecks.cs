namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>Refuses options that could only fail later and elsewhere.</summary>
internal static class OptionChecks
{
    private const string Prefix = "whsec_";

    public static void Check(VideoSandboxOptions options)
    {
        Demand(options.RenderTime > TimeSpan.Zero, "RenderTime must be longer than nothing.");
        Demand(options.LinkLifetime > TimeSpan.Zero, "LinkLifetime must be longer than nothing.");
        Demand(IsSecret(options.WebhookSecret), "WebhookSecret must be whsec_ followed by Base64, as the vendors' consoles show it.");
        Demand(
            options.Concurrency.Keys.All(vendor => SandboxServer.VendorNames.Contains(vendor)),
            $"Concurrency names a vendor that the sandbox does not know. It knows {string.Join(", ", SandboxServer.VendorNames)}.");
        Demand(options.Concurrency.Values.All(places => places >= 1), "Concurrency needs at least one running place per vendor that is named.");
    }

    private static bool IsSecret(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) && secret.Length > Prefix.Length
            && System.Buffers.Text.Base64.IsValid(secret.AsSpan(Prefix.Length));

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
