using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Analytics;

/// <summary>Says every fault of <see cref="AnalyticsOptions"/>, each with its path and fix.</summary>
internal sealed class AnalyticsOptionsValidator : IValidateOptions<AnalyticsOptions>
{
    private const decimal LargestUsd = 1_000_000m;

    public ValidateOptionsResult Validate(string? name, AnalyticsOptions options)
    {
        (string Property, decimal Usd)[] values =
        [
            (nameof(options.ThousandViewsUsd), options.ThousandViewsUsd), (nameof(options.LikeUsd), options.LikeUsd), (nameof(options.CommentUsd), options.CommentUsd),
            (nameof(options.ShareUsd), options.ShareUsd), (nameof(options.FollowUsd), options.FollowUsd), (nameof(options.ClickUsd), options.ClickUsd), (nameof(options.SaleUsd), options.SaleUsd),
        ];
        var faults = values.Where(value => value.Usd is < 0m or > LargestUsd)
            .Select(value => $"VideoGeneration:Analytics:{value.Property}: {value.Usd} is no value; use 0 to 1,000,000 USD.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
