using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoGen.Sdk;

namespace QuickStart;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    private const string Usage = """
        Usage: QuickStart ["a prompt"] [--output DIR] [--duration SECONDS] [--key KEY] [--new]
          "a prompt"   what to see; a short default if left out
          --output     folder for the video and the ledger (default: output)
          --duration   length in seconds, 3 to 60 (default: 15)
          --key        idempotency key; the same key never makes a second video
          --new        makes another video although these options were used before
        """;

    public string Prompt { get; private init; } = "Morning light over quiet hills. Small steps, every day.";

    public string Output { get; private init; } = "output";

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(15);

    public string Key { get; private init; } = "";

    public string Ledger => Path.Combine(Output, "videogen.db");

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? fault)
    {
        arguments = null;
        var read = new Arguments();
        var (isNew, hasPrompt) = (false, false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--new":
                    isNew = true;
                    break;
                case "--output" or "--duration" or "--key" when i + 1 == args.Length:
                    fault = $"{args[i]} needs a value.\n{Usage}";
                    return false;
                case "--output":
                    read = read with { Output = args[++i] };
                    break;
                case "--key":
                    read = read with { Key = args[++i] };
                    break;
                case "--duration":
                    if (!decimal.TryParse(args[++i], NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(seconds) > 1_000_000)
                    {
                        fault = $"--duration: '{args[i]}' is not a number of seconds.\n{Usage}";
                        return false;
                    }

                    // Reels are at least 3 s long and the local provider renders at most 60: anything else would quietly become another length.
                    if (seconds is < 3 or > 60)
                    {
                        fault = $"--duration: {args[i]} s is outside 3 to 60.\n{Usage}";
                        return false;
                    }

                    read = read with { Duration = TimeSpan.FromSeconds((double)seconds) };
                    break;
                case ['-', '-', ..] unknown:
                    fault = unknown == "--help" ? Usage : $"Unknown option {unknown}.\n{Usage}";
                    return false;
                case var prompt when !hasPrompt:
                    read = read with { Prompt = prompt };
                    hasPrompt = true;
                    break;
                default:
                    fault = $"More than one prompt was given; put it in quotes.\n{Usage}";
                    return false;
            }
        }

        fault = null;
        arguments = read with { Key = isNew ? Guid.NewGuid().ToString("N") : read.Key.Length > 0 ? read.Key : read.DerivedKey() };
        return true;
    }

    /// <summary>Makes the output folder.</summary>
    /// <exception cref="VideoGenerationException">It cannot be written.</exception>
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

    // The same wish into the same folder is the same job, however often the command is run.
    private string DerivedKey()
    {
        var wish = string.Create(CultureInfo.InvariantCulture, $"{Prompt}\n{Duration.TotalSeconds}\n{Path.GetFullPath(Output)}");
        return $"quickstart-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish)))[..24]}";
    }
}
