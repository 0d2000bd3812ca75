using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Trends;

/// <summary>Says every fault of <see cref="ViralOptions"/>, each with its path and fix.</summary>
internal sealed class ViralOptionsValidator : IValidateOptions<ViralOptions>
{
    public const string Section = "VideoGeneration:Trends:Viral";

    public ValidateOptionsResult Validate(string? name, ViralOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(ViralOptions options)
    {
        var weights = options.Weights.All;
        if (weights.Any(weight => weight is not (>= 0 and <= 1000)) || weights.Sum() <= 0)
        {
            yield return $"{Section}:Weights: each must be from 0 to 1000, and one above 0.";
        }

        if (options.HalfLife <= TimeSpan.Zero)
        {
            yield return $"{Section}:HalfLife: {options.HalfLife} must be above 0; write a time such as 12:00:00.";
        }

        if (options.OldestItem <= TimeSpan.Zero)
        {
            yield return $"{Section}:OldestItem: {options.OldestItem} must be above 0; write a time such as 7.00:00:00.";
        }

        if (options.Memory < TimeSpan.FromDays(1))
        {
            yield return $"{Section}:Memory: {options.Memory} is below a day; write a time such as 90.00:00:00.";
        }

        if (options.EarnedDays is < 1 or > 3650)
        {
            yield return $"{Section}:EarnedDays: {options.EarnedDays} is outside 1 to 3650.";
        }

        if (options.MostRanked is < 1 or > 10_000)
        {
            yield return $"{Section}:MostRanked: {options.MostRanked} is outside 1 to 10000.";
        }
    }
}
