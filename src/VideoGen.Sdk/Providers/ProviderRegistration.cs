namespace VideoGen.Sdk.Providers;

/// <summary>One configured account: the provider that serves it and the options that the app gave it.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="ReadOptions">Reads the present options: they may change without a restart.</param>
public sealed record ProviderRegistration(IVideoProvider Provider, Func<ProviderAccountOptions> ReadOptions)
{
    /// <summary>The present options.</summary>
    public ProviderAccountOptions Options => ReadOptions();

    /// <summary>Whether the app added this account by a call of its own (<c>AddKling()</c>) rather than it being there by default; then a missing key stops the start.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether it has a model of its own, called like the provider and handed every wish as it is made, while the catalogue lists none under its name. Default false.</summary>
    public bool HasOwnModel { get; init; }

    /// <summary>Reads what the vendor sends to this account's callback address; null where the vendor sends nothing that can be read.</summary>
    public IProviderCallback? Callback { get; init; }

    /// <summary>Rates that hold where the options give none.</summary>
    public IReadOnlyList<ProviderRate> DefaultRates { get; init; } = [];

    /// <summary>Most jobs at the vendor at once unless the account says otherwise; null for no such limit. Default null.</summary>
    public int? DefaultMaxConcurrent { get; init; }
}
