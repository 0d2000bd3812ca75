using System.Globalization;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.Samples.Sandbox;

/// <summary>Reads the command line.</summary>
internal static class Arguments
{
    public const string Usage = """
        dotnet run --project samples/Sandbox -- [options]

          --urls URL                where to listen, loopback only     (http://127.0.0.1:5055)
          --render-seconds N        how long a task takes, 0.2 will do (1)
          --webhook-secret SECRET   whsec_ and Base64
          --key KEY                 a key to accept; repeat for more   (any key)
          --concurrency VENDOR=N    running places; repeat for more    (runway=5 fal=40)
        """;

    /// <exception cref="FormatException">An option is not known or has no value.</exception>
    public static VideoSandboxOptions Read(string[] args, ILoggerFactory loggers)
    {
        var url = "http://127.0.0.1:5055";
        var seconds = 1.0;
        var secret = VideoSandboxOptions.DefaultWebhookSecret;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(new VideoSandboxOptions().Concurrency);
        for (var at = 0; at < args.Length; at += 2)
        {
            var value = at + 1 < args.Length ? args[at + 1] : throw new FormatException($"{args[at]} needs a value.");
            switch (args[at])
            {
                case "--urls":
                    url = value;
                    break;
                case "--render-seconds":
                    seconds = double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 86_400
                        ? number
                        : throw new FormatException($"--render-seconds: '{value}' is no length; write seconds above 0, at most 86400.");
                    break;
                case "--webhook-secret":
                    secret = value;
                    break;
                case "--key":
                    keys.Add(value);
                    break;
                case "--concurrency" when value.Split('=') is [var vendor, var count]:
                    places[vendor] = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var running)
                        ? running
                        : throw new FormatException($"--concurrency: '{count}' is no number of running places.");
                    break;
                default:
                    throw new FormatException($"{args[at]} {value} is not understood.");
            }
        }

        return new VideoSandboxOptions
        {
            Url = url,
            RenderTime = TimeSpan.FromSeconds(seconds),
            WebhookSecret = secret,
            ApiKeys = keys,
            Concurrency = places,
            LoggerFactory = loggers,
        };
    }
}
