using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Collects every fault of the configuration, so that a person mends it in one go.</summary>
internal sealed class ConfigurationFaults(IEnumerable<IStartupValidator> validators, ProviderRegistry registry)
{
    public void ThrowIfAny()
    {
        var faults = validators.SelectMany(Faults)
            .Concat(registry.All.Where(r => r.IsExplicit && r.Options.Enabled).Select(r => r.Provider.CheckReadiness()).Where(r => !r.IsReady).Select(r => r.Reason ?? "A provider is not ready."))
            .Distinct()
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidConfigurationException(faults);
        }
    }

    private static IReadOnlyList<string> Faults(IStartupValidator validator)
    {
        try
        {
            validator.Validate();
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
