namespace VideoGen.Sdk.Providers;

/// <summary>The id of an account, which is the name of its options as well, and the place of its configuration.</summary>
internal static class AccountName
{
    public const string Default = "default";
    private const string Root = BoundConfiguration.Section + ":Providers";

    public static string Id(string vendor, string account) => $"{vendor}/{account}";

    /// <summary>Where the named accounts of a vendor are listed.</summary>
    public static string ListOf(string vendor) => $"{Root}:{vendor}:Accounts";

    /// <summary>Where the options of an id are read from; null when it is not an id.</summary>
    public static string? SectionOf(string? id) => id?.Split('/') switch
    {
        [var vendor, Default] => $"{Root}:{vendor}",
        [var vendor, var account] => $"{ListOf(vendor)}:{account}",
        _ => null,
    };

    public static bool IsDefaultOf(string? id, string vendor) => string.Equals(id, Id(vendor, Default), StringComparison.OrdinalIgnoreCase);

    public static bool BelongsTo(string? id, string vendor) => id?.StartsWith(vendor + "/", StringComparison.OrdinalIgnoreCase) ?? false;
}
