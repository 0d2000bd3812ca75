using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VideoGen.Sdk;

namespace DirectProvider;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    private const string Usage = """
        Usage: DirectProvider PROVIDER "a prompt" [--duration SECONDS] [--sandbox URL] [--output DIR]
          PROVIDER     kling, pika, fal, runway, heygen, openai or local; kling/eu names one account
          --duration   length in seconds (default: 5)
          --sandbox    address of samples/Sandbox, such as http://127.0.0.1:5055; nobody pays there and no key is needed
          --output     folder for the video (default: output)
        """;

    public string Provider { get; private init; } = "";

    public string Prompt { get; private init; } = "";

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(5);

    public Uri? Sandbox { get; private init; }

    public string Output { get; private init; } = "output";

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? fault)
    {
        arguments = null;
        var read = new Arguments();
        var words = new List<string>();
        fault = null;
        for (var i = 0; i < args.Length && fault is null; i++)
        {
            switch (args[i])
            {
                case "--duration" or "--sandbox" or "--output" when i + 1 == args.Length:
                    fault = $"{args[i]} needs a value.";
                    break;
                case "--duration" when decimal.TryParse(args[i + 1], NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600:
                    read = read with { Duration = TimeSpan.FromSeconds((double)seconds) };
                    i++;
                    break;
                case "--duration":
                    fault = $"--duration: '{args[i + 1]}' is no length; write seconds above 0, such as 5.";
                    break;
                case "--sandbox" when Uri.TryCreate(args[i + 1], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.IsLoopback:
                    read = read with { Sandbox = url };
                    i++;
                    break;
                case "--sandbox":
                    fault = $"--sandbox: '{args[i + 1]}' is no address on this machine; write the one that samples/Sandbox prints, such as http://127.0.0.1:5055.";
                    break;
                case "--output":
                    read = read with { Output = args[++i] };
                    break;
                case ['-', '-', ..] unknown:
                    fault = unknown == "--help" ? "One provider, called directly." : $"Unknown option {unknown}.";
                    break;
                case var word:
                    words.Add(word);
                    break;
            }
        }

        fault ??= words.Count switch
        {
            < 2 => "Name a provider and give a prompt.",
            _ when string.IsNullOrWhiteSpace(words[0]) => "The name of the provider is empty.",
            2 => null,
            _ => "More than one prompt was given; put it in quotes.",
        };
        if (fault is not null)
        {
            fault = $"{fault}\n{Usage}";
            return false;
        }

        arguments = read with { Provider = words[0].ToLowerInvariant(), Prompt = words[1] };
        return true;
    }

    /// <summary>Makes sure that the folder can be written before anybody pays for a video.</summary>
    /// <exception cref="VideoGenerationException">It cannot.</exception>
    public void MakeOutputFolder()
    {
        try
        {
            Directory.CreateDirectory(Output);
            var probe = Path.Combine(Output, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VideoGenerationException($"--output: the folder '{Output}' cannot be written: {e.Message} Choose another folder.", e);
        }
    }
}
