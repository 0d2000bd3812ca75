using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Says every fault of an account's <see cref="ProviderAccountOptions"/>, each with its path and fix.</summary>
internal sealed class ProviderAccountOptionsValidator : IValidateOptions<ProviderAccountOptions>
{
    private const decimal LargestUsd = 1_000_000m;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, ProviderAccountOptions options)
    {
        var faults = new List<string>();
        Check(options.CostPerVideoUsd is null or (>= 0m and <= LargestUsd), "CostPerVideoUsd", options.CostPerVideoUsd, "0 to 1000000, or leave it out for the catalogue's price");
        Check(options.UnknownPriceCeilingUsd is null or (>= 0m and <= LargestUsd), "UnknownPriceCeilingUsd", options.UnknownPriceCeilingUsd, "0 to 1000000, or leave it out to refuse unknown prices");
        Check(options.MaxConcurrent is null or >= 1, "MaxConcurrent", options.MaxConcurrent, "1 or more, leave it out for no limit, or write Enabled: false");
        for (var i = 0; i < options.Tenants.Count; i++)
        {
            Check(!string.IsNullOrWhiteSpace(options.Tenants[i]), $"Tenants:{i}", $"'{options.Tenants[i]}'", "a tenant's name, or * for everyone");
        }

        for (var i = 0; i < options.Rates.Count; i++)
        {
            var rate = options.Rates[i];
            Check(rate.Submissions >= 1, $"Rates:{i}:Submissions", rate.Submissions, "1 or more");
            Check(rate.Window > TimeSpan.Zero && rate.Window <= LongestWindow, $"Rates:{i}:Window", rate.Window, "a length above 00:00:00, at most 366 days, such as 1.00:00:00 for a day");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool isGood, string property, object? value, string fix)
        {
            if (!isGood)
            {
                faults.Add(FormattableString.Invariant($"{AccountName.SectionOf(name) ?? AccountName.SectionOf(AccountName.Id(name ?? "", AccountName.Default))}:{property}: {value} is impossible; write {fix}."));
            }
        }
    }
}
