using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Collects every fault of the configuration, so that a person mends it in one go.</summary>
/// <remarks>Asks the container for what it checks only then: making it may be what fails.</remarks>
internal sealed class ConfigurationFaults(IServiceProvider services)
{
    private static readonly ProviderAccountOptionsValidator AccountValidator = new();

    public void ThrowIfAny()
    {
        var faults = new List<string>();
        foreach (var validator in services.GetServices<IStartupValidator>())
        {
            faults.AddRange(Faults(validator.Validate));
        }

        IReadOnlyCollection<ProviderRegistration> accounts = [];
        faults.AddRange(Faults(() => accounts = services.GetRequiredService<ProviderRegistry>().All));
        foreach (var account in accounts)
        {
            faults.AddRange(Faults(() => CheckOptions(account)));
            faults.AddRange(Faults(() => CheckReadiness(account)));
        }

        if (faults.Count > 0)
        {
            var paths = services.GetRequiredService<ConfigurationPaths>();
            throw new InvalidConfigurationException(faults.Select(paths.AsWritten).Distinct().ToList());
        }
    }

    // Options that an app hands over itself have passed no validator of the container's.
    private static void CheckOptions(ProviderRegistration account)
    {
        var id = account.Provider.Descriptor.Id;
        if (AccountValidator.Validate(id, account.Options) is { Failed: true, Failures: { } failures })
        {
            throw new OptionsValidationException(id, typeof(ProviderAccountOptions), failures);
        }
    }

    // Asked of every account, because it reads the vendor's options; told only where the app counts on the account.
    private static void CheckReadiness(ProviderRegistration account)
    {
        var readiness = account.Provider.CheckReadiness();
        if (!readiness.IsReady && account.IsExplicit && account.Options.Enabled)
        {
            throw new OptionsValidationException(account.Provider.Descriptor.Id, typeof(ProviderAccountOptions), [MissingKey.ReasonOf(account) ?? "A provider is not ready."]);
        }
    }

    private static IReadOnlyList<string> Faults(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OptionsValidationException))
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(i => i.Failures)];
        }
    }
}
