using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Says every fault of <see cref="RoutingOptions"/>, each with its path and fix.</summary>
internal sealed class RoutingOptionsValidator(ProviderRegistry registry) : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        var faults = new List<string>();
        if (options.DefaultProvider is { } first)
        {
            CheckProvider("VideoGeneration:DefaultProvider", first, faults);
        }

        for (var i = 0; i < options.FallbackProviders.Count; i++)
        {
            CheckProvider($"VideoGeneration:FallbackProviders:{i}", options.FallbackProviders[i], faults);
        }

        if (options.MaxSlotWait < TimeSpan.Zero)
        {
            faults.Add($"VideoGeneration:MaxSlotWait: {options.MaxSlotWait} is negative; 00:00:00 never waits for a slot.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private void CheckProvider(string path, string provider, List<string> faults)
    {
        var named = registry.Named(provider);
        if (named.Count == 0)
        {
            faults.Add($"{path}: {UnknownProviderException.For(provider, registry.Names).Message}");
        }
        else if (named.All(r => r.Options.Enabled && r.Provider.CheckReadiness() is { IsReady: false }))
        {
            faults.Add($"{path}: {named[0].Provider.CheckReadiness().Reason}");
        }
    }
}
