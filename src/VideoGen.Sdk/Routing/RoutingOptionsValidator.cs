using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Says every fault of <see cref="RoutingOptions"/>, each with its path and fix.</summary>
/// <remarks>Asks the container for the registry only then: options that stop its making are a fault of their own.</remarks>
internal sealed class RoutingOptionsValidator(IServiceProvider services) : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        var faults = new List<string>();
        if (options.DefaultProvider is { } first)
        {
            CheckProvider("VideoGeneration:DefaultProvider", first, mustBeReady: true, faults);
        }

        for (var i = 0; i < options.FallbackProviders.Count; i++)
        {
            // A fallback that is not ready is left out with a warning: it was named for a bad day, not for the first.
            CheckProvider($"VideoGeneration:FallbackProviders:{i}", options.FallbackProviders[i], mustBeReady: false, faults);
        }

        if (options.MaxSlotWait < TimeSpan.Zero || options.MaxSlotWait > TimeSpan.FromDays(366))
        {
            faults.Add($"VideoGeneration:MaxSlotWait: {options.MaxSlotWait} is out of range; use 00:00:00, which never waits for a slot, to 366 days.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private void CheckProvider(string path, string provider, bool mustBeReady, List<string> faults)
    {
        var registry = services.GetRequiredService<ProviderRegistry>();
        var named = registry.Named(provider);
        if (named.Count == 0)
        {
            faults.Add($"{path}: {UnknownProviderException.For(provider, registry.Names).Message}");
        }
        else if (mustBeReady && named.All(IsUnready))
        {
            faults.Add($"{path}: {MissingKey.ReasonOf(named[0])}");
        }
    }

    private static bool IsUnready(ProviderRegistration account)
    {
        try
        {
            return account.Options.Enabled && !account.Provider.CheckReadiness().IsReady;
        }
        catch (OptionsValidationException)
        {
            // Told where the accounts are checked.
            return false;
        }
    }
}
