using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says every fault of <see cref="VideoWorkerOptions"/>, each with its path and fix.</summary>
internal sealed class VideoWorkerOptionsValidator : IValidateOptions<VideoWorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, VideoWorkerOptions options)
    {
        var faults = new List<string>();
        if (options.Concurrency is < 1 or > 10_000)
        {
            faults.Add($"VideoGeneration:Worker:Concurrency: {options.Concurrency} is out of range; use 1 to 10000.");
        }

        if (options.ConcurrencyPerTenant < 1)
        {
            faults.Add($"VideoGeneration:Worker:ConcurrencyPerTenant: {options.ConcurrencyPerTenant} is out of range; use 1 or more, or leave it out.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
