using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says every fault of <see cref="WorkflowOptions"/>, each with its path and fix.</summary>
internal sealed class WorkflowOptionsValidator : IValidateOptions<WorkflowOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkflowOptions options)
    {
        var faults = new List<string>();
        Check(options.MaxAttempts is >= 1 and <= 100, "MaxAttempts", options.MaxAttempts, "1 to 100");
        Check(options.MaxAttemptsPerCandidate is >= 1 and <= 100, "MaxAttemptsPerCandidate", options.MaxAttemptsPerCandidate, "1 to 100");
        Check(options.Lease >= TimeSpan.FromSeconds(3) && options.Lease <= TimeSpan.FromHours(1), "Lease", options.Lease, "00:00:03 to 01:00:00");
        Check(options.SubmitDeadline is null || (options.SubmitDeadline >= TimeSpan.FromSeconds(1) && options.SubmitDeadline <= TimeSpan.FromHours(1)), "SubmitDeadline", options.SubmitDeadline, "00:00:01 to 01:00:00, or leave it out");
        Check(options.LookupMargin >= TimeSpan.Zero && options.LookupMargin <= TimeSpan.FromHours(1), "LookupMargin", options.LookupMargin, "00:00:00 to 01:00:00");
        Check(options.PlanLifetime > TimeSpan.Zero && options.PlanLifetime <= TimeSpan.FromDays(1), "PlanLifetime", options.PlanLifetime, "above 00:00:00, at most 1.00:00:00");
        Check(options.UnclearCeiling > TimeSpan.Zero && options.UnclearCeiling <= TimeSpan.FromDays(30), "UnclearCeiling", options.UnclearCeiling, "above 00:00:00, at most 30.00:00:00");
        Check(options.KeyLifetime is null || (options.KeyLifetime >= TimeSpan.FromMinutes(1) && options.KeyLifetime <= TimeSpan.FromDays(3650)), "KeyLifetime", options.KeyLifetime, "00:01:00 to 3650.00:00:00, or leave it out");
        Check(options.MaxDownloadBytes > 0, "MaxDownloadBytes", options.MaxDownloadBytes, "above 0");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool isGood, string property, object? value, string fix)
        {
            if (!isGood)
            {
                faults.Add($"VideoGeneration:{property}: {value} is out of range; use {fix}.");
            }
        }
    }
}
