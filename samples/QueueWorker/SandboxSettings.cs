namespace QueueWorker;

/// <summary>Configuration that makes the sandbox every vendor. It takes any key, so none of yours is sent there.</summary>
internal static class SandboxSettings
{
    public static readonly string[] Vendors = ["kling", "pika", "fal", "runway", "heygen", "openai"];

    // The commands that send nothing need an address all the same: a vendor without one is left out.
    private static readonly Uri Usual = new("http://127.0.0.1:5055");

    public static Dictionary<string, string?> For(Arguments arguments)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var vendor in Vendors)
        {
            var section = $"VideoGeneration:Providers:{vendor}";
            settings[$"{section}:BaseUrl"] = new Uri(arguments.Sandbox ?? Usual, vendor == "openai" ? "/openai/v1" : $"/{vendor}").AbsoluteUri;
            settings[$"{section}:AllowLoopback"] = "true";
            settings[$"{section}:ApiKey"] = "sandbox-needs-no-key";
            if (!arguments.Limits)
            {
                settings[$"{section}:MaxConcurrent"] = "1000000";
                settings[$"{section}:Rates:0:Submissions"] = "1000";
                settings[$"{section}:Rates:0:Window"] = "00:00:01";
            }
        }

        // A gateway's prices are its own, so no catalogue knows them. The sandbox asks this for four seconds, the nearest length to five.
        settings["VideoGeneration:Providers:openai:CostPerVideoUsd"] = "0.40";
        if (!arguments.Limits)
        {
            settings["VideoGeneration:Budget:Unlimited"] = "true";
        }

        return settings;
    }
}
