using VideoGen.Sdk.Media;
using VideoGen.Sdk.Platforms;

namespace Optimise;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage = "Usage: Optimise INPUT OUTPUT [--platform instagram/reels] [--fit blur|pad|crop|smart]";

    public string Input { get; private init; } = "";

    public string Output { get; private init; } = "";

    public PlatformSpecs Platform { get; private init; } = PlatformCatalogue.Embedded.Get("instagram/reels");

    public FrameFit Fit { get; private init; }

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    /// <exception cref="VideoGen.Sdk.InvalidVideoRequestException">There is no such platform; the message lists those there are.</exception>
    public static Arguments Read(string[] args)
    {
        var read = new Arguments();
        var files = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--platform":
                    read = read with { Platform = PlatformCatalogue.Embedded.Get(Value(args, i++)) };
                    break;
                case "--fit":
                    read = read with { Fit = FitOf(Value(args, i++)) };
                    break;
                case ['-', '-', ..]:
                    throw new FormatException($"{args[i]} is unknown.");
                default:
                    files.Add(args[i]);
                    break;
            }
        }

        return files is [{ Length: > 0 } input, { Length: > 0 } output]
            ? read with { Input = input, Output = output }
            : throw new FormatException("Name one INPUT and one OUTPUT.");
    }

    private static string Value(string[] args, int at) => at + 1 < args.Length ? args[at + 1] : throw new FormatException($"{args[at]} needs a value.");

    private static FrameFit FitOf(string word) => word switch
    {
        "blur" => FrameFit.BlurredBackground,
        "pad" => FrameFit.Pad,
        "crop" => FrameFit.Crop,
        "smart" => FrameFit.SmartCrop,
        _ => throw new FormatException($"--fit: '{word}' is unknown."),
    };
}
