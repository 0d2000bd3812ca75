using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>One deduction as the vendor reports it: units of a pack, or cash.</summary>
/// <param name="Amount">How many; null when unreadable.</param>
/// <param name="Currency"><c>USD</c>, <c>CNY</c>, <c>unit</c> for video units, null for what has no known price.</param>
internal sealed record KlingDeduction(decimal? Amount, string? Currency)
{
    /// <summary>Cash whose currency is that of the account's region; the legacy standard does not name it.</summary>
    public const string RegionCash = "region";

    public static KlingDeduction Of(KlingBillingData billing) => new(
        KlingTask.Number(billing.Amount),
        billing.ChargeType switch { "unit" => billing.PackageType is null or "video" ? "unit" : null, "cash" => billing.Currency ?? RegionCash, _ => null });

    public static IReadOnlyList<KlingDeduction>? Of(KlingLegacyTaskData task)
    {
        List<KlingDeduction> all = [];
        if (task.FinalUnitDeduction is { } units)
        {
            all.Add(new(KlingTask.Number(units), "unit"));
        }

        if (task.FinalBalanceDeduction?.Quota is { } quota)
        {
            all.Add(new(KlingTask.Number(quota), RegionCash));
        }

        return all.Count == 0 ? null : all;
    }

    /// <summary>The sum in USD; null as soon as one part has no known price.</summary>
    public static decimal? SumUsd(IReadOnlyList<KlingDeduction>? deductions, KlingOptions options) =>
        deductions?.Aggregate((decimal?)0m, (sum, d) => sum + d.ToUsd(options));

    private decimal? ToUsd(KlingOptions options) => Amount == 0m ? 0m : Amount * Currency switch
    {
        "unit" => options.UnitPriceUsd,
        "USD" => 1m,
        "CNY" => options.UsdPerCny,
        RegionCash => options.Region == KlingRegion.China ? options.UsdPerCny : 1m,
        _ => null,
    };
}
