namespace PackageTests;

/// <summary>What the fresh projects do: the first lines that a newcomer writes.</summary>
internal static class ConsumerProgram
{
    public const string Answer = "ready";

    /// <summary>The core alone: its registration, its engine, and its embedded catalogues with their generated readers.</summary>
    public const string Core = $"""
        using Microsoft.Extensions.DependencyInjection;
        using VideoGen.Sdk;
        using VideoGen.Sdk.Platforms;
        using VideoGen.Sdk.Providers.Catalogue;

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVideoGeneration();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        _ = provider.GetRequiredService<IVideoGenerator>();
        var known = ModelCatalogue.Embedded.Providers.Count > 0 && PlatformCatalogue.Embedded.Find("instagram/reels") is not null;
        Console.WriteLine(known ? "{Answer}" : "the embedded catalogues are empty");
        """;

    /// <summary>An app without any key: the free plan must choose the local provider over a store on disk.</summary>
    public const string App = $$"""
        using Microsoft.Extensions.DependencyInjection;
        using VideoGen.Sdk;

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVideoGeneration().UseSqlite("videogen.db").AddMedia().AddLocal();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var plan = await provider.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "Quiet hills" });
        Console.WriteLine(plan.Choice is null ? "no provider was chosen: " + string.Join("; ", plan.Exclusions) : "{{Answer}}");
        """;
}
