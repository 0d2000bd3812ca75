namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>Refuses what has the right form and cannot be meant: a negative price would free money in place of holding it.</summary>
internal static class CatalogueCheck
{
    public static string? Fault(CatalogueDocument document) =>
        Twice(document.Providers.Select(p => p.Name), "provider")
        ?? document.Providers.Select(p => Twice(p.Models.Select(m => m.Id), $"model of {p.Name}")).FirstOrDefault(f => f is not null)
        ?? document.Providers.SelectMany(p => p.Models.SelectMany(m => m.Offers.SelectMany(o => o.Prices).Select(r => Fault(r, $"{p.Name}/{m.Id}")))).FirstOrDefault(f => f is not null);

    private static string? Twice(IEnumerable<string> names, string kind) =>
        names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice ? $"the {kind} '{twice.Key}' is there twice" : null;

    private static string? Fault(PriceRule rule, string model) =>
        new[] { rule.PerSecondUsd, rule.PerClipUsd, rule.PerInputSecondUsd, rule.PerImageUsd, rule.MinimumUsd }.Any(usd => usd < 0m) ? $"{model} has a negative price; prices are 0 or more"
        : rule.StepSeconds <= 0m ? $"{model} is charged in steps of {rule.StepSeconds} s; steps are above 0, or left out"
        : null;
}
