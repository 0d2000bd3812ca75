using static VideoGen.Sdk.ConventionTests.Edges.Permission;

namespace VideoGen.Sdk.ConventionTests.Edges;

/// <summary>Who may use whom. A row lists everything; nothing is inherited from another row, but root and Diagnostics are open to all.</summary>
internal static class EdgeTable
{
    public const string Root = "root";
    public const string Vendor = "a vendor folder";

    private static readonly Permission[] ForAll = [Whole(Root), Whole("Diagnostics")];

    private static readonly string[] Core =
        ["Http", "Providers", "Providers.Catalogue", "Costs", "Platforms", "Assets", "Budgets", "Routing", "Queue", "Workflow", "Analytics", "DependencyInjection"];

    private static readonly Permission[] Stores = [Whole("Queue"), Whole("Costs"), Interfaces("Analytics", "Store", "History"), Records("Providers")];

    private static readonly Dictionary<string, Permission[]> Rows = new()
    {
        [Root] = [],
        ["Diagnostics"] = [],
        ["Http"] = [],
        ["Providers"] = Open("Providers.Catalogue"),
        ["Providers.Catalogue"] = Open("Providers"),
        ["Costs"] = [],
        ["Platforms"] = [],
        [Vendor] = Open("Providers", "Providers.Catalogue", "Http"),
        ["Assets"] = Open("Http", "Platforms"),
        ["Budgets"] = Open("Costs", "Http"),
        ["Routing"] = Open("Providers", "Providers.Catalogue", "Budgets", "Costs", "Platforms"),
        ["Queue"] = [Records("Providers"), Whole("Costs")],
        ["Workflow"] = Open("Providers", "Providers.Catalogue", "Routing", "Budgets", "Costs", "Queue", "Assets", "Platforms"),
        ["Analytics"] = Open("Costs", "Budgets", "Queue"),
        ["DependencyInjection"] = [.. Open(Core), Whole(Vendor)],
        ["Sqlite"] = Stores,
        ["PostgreSql"] = Stores,
        ["AzureBlobs"] = Open("Assets"),
        ["S3"] = Open("Assets"),
        ["Media"] = Open("Assets", "Platforms", "Providers", "Providers.Catalogue"),
        ["Trends"] = Trends,
        ["Trends.AI"] = [.. Trends, Whole("Trends")],
        ["Testing"] = Open("Http", "Providers", "Providers.Catalogue", "Costs", "Budgets", "Queue", "Assets", "Platforms", "Analytics", "Trends"),
        ["Reporting"] = Open("Analytics", "Budgets", "Costs"),
        // "Public surface only" is kept by the compiler as long as nothing shows it internals; InternalsTests holds that.
        ["AspNetCore"] = [.. Open(Core), Whole(Vendor), Whole("Reporting"), Whole("Trends")],
    };

    // AddVendorHttp lies in Http's folder and in the framework's namespace.
    private static Permission[] Trends =>
        [Interfaces("Queue", "IVideoQueue"), new("DependencyInjection", type => type.Name == "VendorHttpExtensions"), .. Open("Analytics", "Assets", "Platforms", "Providers.Catalogue", "Http")];

    /// <summary>What the slice may use besides itself, or null when the table has no such row.</summary>
    public static IEnumerable<Permission>? For(string slice) =>
        Rows.TryGetValue(slice.StartsWith(Vendor, StringComparison.Ordinal) ? Vendor : slice, out var row) ? [.. row, .. ForAll] : null;

    private static Permission[] Open(params string[] slices) => [.. slices.Select(Whole)];
}
