using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
    private const string Root = VideoGenerationServiceCollectionExtensions.SectionName;

    // Media belongs to another package, whose options this one cannot see.
    private static readonly string[] TopKeys =
        [.. VendorKeys.NamesOf<RoutingOptions>(), .. VendorKeys.NamesOf<WorkflowOptions>(), "Assets", "Budget", "Catalogue", "Media", "Providers", "Webhooks"];

    private static readonly string[] BudgetKeys = [.. VendorKeys.NamesOf<BudgetOptions>()];
    private static readonly string[] BudgetScopes = ["Accounts", "Tenants", "Campaigns"];
    private static readonly string[] ScopedKeys = [.. VendorKeys.NamesOf<ScopedBudgetOptions>()];

    public ValidateOptionsResult Validate(string? name, ConfigurationShape options)
    {
        if (services.GetService<IConfiguration>() is not { } configuration)
        {
            return ValidateOptionsResult.Success;
        }

        var root = configuration.GetSection(Root);
        var budget = root.GetSection("Budget");
        List<string> faults =
        [
            .. Unknown(root, TopKeys),
            .. Unknown(budget, BudgetKeys),
            .. BudgetScopes.SelectMany(kind => budget.GetSection(kind).GetChildren()).SelectMany(scope => Unknown(scope, ScopedKeys)),
            .. OfProviders(root.GetSection("Providers")),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> OfProviders(IConfigurationSection providers)
    {
        var known = services.GetServices<VendorKeys>().ToDictionary(k => k.Vendor, k => k.Keys, StringComparer.OrdinalIgnoreCase);
        var names = Names();
        foreach (var provider in providers.GetChildren())
        {
            if (known.TryGetValue(provider.Key, out var keys))
            {
                foreach (var fault in provider.GetSection("Accounts").GetChildren().Prepend(provider).SelectMany(account => Unknown(account, keys)))
                {
                    yield return fault;
                }
            }
            else if (names is not null && !names.Contains(provider.Key, StringComparer.OrdinalIgnoreCase))
            {
                yield return Fault(provider, names);
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

    private static IEnumerable<string> Unknown(IConfigurationSection section, IReadOnlyList<string> keys) =>
        section.GetChildren().Where(c => !keys.Contains(c.Key, StringComparer.OrdinalIgnoreCase)).Select(c => Fault(c, keys));

    private static string Fault(IConfigurationSection section, IReadOnlyList<string> known) =>
        $"{section.Path}: nothing reads this key; {NearestKey.Of(section.Key, known)} is the nearest known one. Mend it or take it out.";
}
