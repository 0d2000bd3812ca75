using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Refuses keys that nothing reads where they could be a mistyped limit: a limit that is silently ignored costs money.</summary>
/// <remarks>The container and not the registry, because a registry that cannot be made must not hide these faults.</remarks>
internal sealed class UnknownKeyValidator(IServiceProvider services) : IValidateOptions<ConfigurationShape>
{
    // Media and Trends belong to other packages, whose options this one cannot see.
    private static readonly string[] TopKeys =
        [.. VendorKeys.NamesOf<RoutingOptions>(), .. VendorKeys.NamesOf<WorkflowOptions>(), "Analytics", "Assets", "Budget", "Catalogue", "Content", "Media", "Providers", "Trends", "Webhooks", "Worker"];

    private static readonly string[] ContentKeys = [.. VendorKeys.NamesOf<ContentOptions>()];
    private static readonly string[] AnalyticsKeys = [.. VendorKeys.NamesOf<AnalyticsOptions>()];
    private static readonly string[] BudgetKeys = [.. VendorKeys.NamesOf<BudgetOptions>()];
    private static readonly string[] BudgetScopes = ["Accounts", "Tenants", "Campaigns"];
    private static readonly string[] ScopedKeys = [.. VendorKeys.NamesOf<ScopedBudgetOptions>()];

    public ValidateOptionsResult Validate(string? name, ConfigurationShape options)
    {
        if (BoundConfiguration.WrittenOf(services) is not { } configuration)
        {
            return ValidateOptionsResult.Success;
        }

        var inner = configuration.GetSection(SnakeCase.Content).GetSection(SnakeCase.Section);
        List<string> faults =
        [
            .. OfSection(configuration.GetSection(BoundConfiguration.Section), KeySpelling.Options),
            .. OfSection(configuration.GetSection(SnakeCase.Section), KeySpelling.Snake),
            .. KeySpelling.Snake.Unknown(inner, ContentKeys),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> OfSection(IConfigurationSection root, KeySpelling spelling)
    {
        var budget = spelling.Part(root, "Budget");
        return
        [
            .. spelling.Unknown(root, TopKeys),
            .. spelling.Unknown(spelling.Part(root, "Content"), ContentKeys),
            .. spelling.Unknown(spelling.Part(root, "Analytics"), AnalyticsKeys),
            .. spelling.Unknown(budget, BudgetKeys),
            .. BudgetScopes.SelectMany(kind => spelling.Part(budget, kind).GetChildren()).SelectMany(scope => spelling.Unknown(scope, ScopedKeys)),
            .. OfProviders(spelling.Part(root, "Providers"), spelling),
        ];
    }

    private IEnumerable<string> OfProviders(IConfigurationSection providers, KeySpelling spelling)
    {
        var known = services.GetServices<VendorKeys>().GroupBy(k => k.Vendor, StringComparer.OrdinalIgnoreCase).ToDictionary(k => k.Key, k => k.Last().Keys, StringComparer.OrdinalIgnoreCase);
        var names = Names();
        foreach (var provider in providers.GetChildren())
        {
            if (known.TryGetValue(provider.Key, out var keys))
            {
                foreach (var fault in spelling.Part(provider, "Accounts").GetChildren().Prepend(provider).SelectMany(account => spelling.Unknown(account, keys, SnakeCase.PascalOfProvider)))
                {
                    yield return fault;
                }
            }
            else if (names is not null && !names.Contains(provider.Key, StringComparer.OrdinalIgnoreCase))
            {
                yield return KeySpelling.Fault(provider, NearestKey.Of(provider.Key, names));
            }
        }
    }

    // A vendor of the catalogue whose package this app leaves out may be configured all the same: apps share files. Null while the registry has faults of its own.
    private IReadOnlyList<string>? Names()
    {
        try
        {
            return [.. services.GetRequiredService<ProviderRegistry>().Names, .. ModelCatalogue.Embedded.Providers.Select(p => p.Name)];
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
