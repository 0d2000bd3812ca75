namespace VideoGen.Sdk.Costs;

/// <summary>Learns from the ledger how far estimates are from what vendors take. It reports and corrects nothing: a price is changed in the catalogue or the options, by a person. Pure.</summary>
public static class PriceObservations
{
    /// <summary>One observation for each provider and model, by name. Only what vendors stated counts, of attempts that succeeded and whose estimate was above 0.</summary>
    /// <param name="entries">Entries of the ledger in their order: reservations, raises, charges and corrections.</param>
    /// <param name="lines">The lines of the same attempts.</param>
    public static IReadOnlyList<PriceObservation> Of(IEnumerable<LedgerEntry> entries, IEnumerable<AttemptLine> lines)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(lines);
        var estimates = entries.Where(entry => entry.Kind is LedgerEntryKind.Reserved).ToDictionary(entry => entry.Key, entry => entry.AmountUsd);
        return
        [
            .. from line in lines
               where line is { State: LineState.Charged, Source: ChargeSource.Vendor, Outcome: AttemptOutcome.Succeeded } && estimates.GetValueOrDefault(line.Key) > 0m
               group line.ChargedUsd / estimates[line.Key] by (line.Provider, line.Model) into model
               orderby model.Key.Provider, model.Key.Model
               select Of(model.Key, [.. model.Order()]),
        ];
    }

    private static PriceObservation Of((string Provider, string Model) model, decimal[] ratios) => new()
    {
        Provider = model.Provider,
        Model = model.Model,
        Count = ratios.Length,
        MedianRatio = (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2m,
        LargestRatio = ratios[^1],
    };
}
