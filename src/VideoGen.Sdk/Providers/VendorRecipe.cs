using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>What registration needs to know about a vendor; everything else about accounts is the same for all of them.</summary>
/// <typeparam name="TOptions">The vendor's own options.</typeparam>
internal sealed record VendorRecipe<TOptions>
    where TOptions : class, new()
{
    /// <summary>Provider name.</summary>
    public required string Vendor { get; init; }

    /// <summary>Binds a section; written at the vendor's place as <c>static (section, options) => section.Bind(options)</c>, where the binding generator knows the type.</summary>
    public required Action<IConfigurationSection, TOptions> Bind { get; init; }

    /// <summary>
    /// Takes keys from environment names where configuration gives none. Only the default account does so: two accounts with one key would share a bill.
    /// </summary>
    public Action<TOptions, Func<string, string?>> UseEnvironment { get; init; } = static (_, _) => { };

    /// <summary>Makes the account's provider, and its reader of callbacks where it has one. The options are read anew on every call.</summary>
    public required Func<IServiceProvider, string, Func<TOptions>, (IVideoProvider Provider, IProviderCallback? Callback)> Create { get; init; }

    /// <summary>Says what is wrong with options, by the account's id.</summary>
    public IValidateOptions<TOptions>? Validator { get; init; }

    /// <summary>Rates that hold where the account's options give none.</summary>
    public IReadOnlyList<ProviderRate> DefaultRates { get; init; } = [];

    /// <summary>Most jobs at the vendor at once unless the account says otherwise; null for no such limit. Default null.</summary>
    public int? DefaultMaxConcurrent { get; init; }
}
