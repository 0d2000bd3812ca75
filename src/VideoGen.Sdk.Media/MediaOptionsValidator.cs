using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Media;

/// <summary>Reports every fault at once, each with its path and the fix.</summary>
internal sealed class MediaOptionsValidator : IValidateOptions<MediaOptions>
{
    public const string Section = "VideoGeneration:Media";

    /// <summary>The preset ends up on a command line, so that only known words pass.</summary>
    public static readonly IReadOnlyList<string> Presets =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];

    /// <summary>The options, or the defaults, once they hold.</summary>
    public static MediaOptions Checked(MediaOptions? options)
    {
        var given = options ?? new MediaOptions();
        var result = new MediaOptionsValidator().Validate(null, given);
        return result.Failed ? throw new OptionsValidationException(Section, typeof(MediaOptions), result.Failures) : given;
    }

    public ValidateOptionsResult Validate(string? name, MediaOptions options)
    {
        var faults = new List<string>();
        Check(options.MaxProcesses is >= 1 and <= 256, nameof(options.MaxProcesses), $"is {options.MaxProcesses}; write 1 to 256");
        Check(options.TimeLimit > TimeSpan.Zero && options.TimeLimit <= TimeSpan.FromDays(1), nameof(options.TimeLimit), $"is {options.TimeLimit}; write more than zero and at most a day");
        Check(options.MaxPixels is >= 10_000 and <= 200_000_000, nameof(options.MaxPixels), $"is {options.MaxPixels}; write 10000 to 200000000");
        Check(options.Threads is null or (>= 1 and <= 64), nameof(options.Threads), $"is {options.Threads}; write 1 to 64, or leave the setting out");
        Check(options.MaxMemoryMegabytes is null or (>= 500 and <= 1_000_000), nameof(options.MaxMemoryMegabytes), $"is {options.MaxMemoryMegabytes}; write 500 to 1000000, or leave the setting out");
        Check(options.MaxDuration > TimeSpan.Zero && options.MaxDuration <= TimeSpan.FromDays(7), nameof(options.MaxDuration), $"is {options.MaxDuration}; write more than zero and at most a week");
        Check(options.MaxInputMegabytes is >= 1 and <= 10_000_000, nameof(options.MaxInputMegabytes), $"is {options.MaxInputMegabytes}; write 1 to 10000000");
        Check(Presets.Contains(options.Preset), nameof(options.Preset), $"is '{options.Preset}'; write one of {string.Join(", ", Presets)}");
        Check(Enum.IsDefined(options.Fit), nameof(options.Fit), $"is {options.Fit}; write one of {string.Join(", ", Enum.GetNames<FrameFit>())}");
        CheckFolder(options.FfmpegFolder, nameof(options.FfmpegFolder));
        CheckFolder(options.FontFolder, nameof(options.FontFolder));
        CheckFolder(options.TemporaryFolder, nameof(options.TemporaryFolder));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string property, string fault)
        {
            if (!holds)
            {
                faults.Add($"{Section}:{property} {fault}.");
            }
        }

        void CheckFolder(string? folder, string property) =>
            Check(folder is null || Directory.Exists(folder), property, $"is '{folder}', which is no folder; make it or leave the setting out");
    }
}
