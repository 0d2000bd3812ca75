using System.Diagnostics.CodeAnalysis;

namespace VideoGen.Sdk.Providers;

/// <summary>The keys that a vendor's section may have, out of every class that is bound from it.</summary>
/// <param name="Vendor">Provider name.</param>
/// <param name="Keys">The keys of the vendor's own options and of those that all accounts have.</param>
internal sealed record VendorKeys(string Vendor, IReadOnlyList<string> Keys)
{
    public static VendorKeys Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(string vendor) =>
        new(vendor, [.. NamesOf<TOptions>(), .. NamesOf<ProviderAccountOptions>(), "Accounts"]);

    /// <summary>The keys that binding a class reads.</summary>
    public static IEnumerable<string> NamesOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>() => typeof(T).GetProperties().Select(p => p.Name);
}
