namespace PackageTests;

/// <summary>What the fresh project does: the first lines that a newcomer writes.</summary>
internal static class ConsumerProgram
{
    public const string Answer = "ready";

    /// <summary>Registers everything and asks for the generator.</summary>
    public const string Registering = $"""
        using Microsoft.Extensions.DependencyInjection;
        using VideoGen.Sdk;

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVideoGeneration();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        _ = provider.GetRequiredService<IVideoGenerator>();
        Console.WriteLine("{Answer}");
        """;

    /// <summary>Reads the embedded catalogues, which proves that resources and their generated readers came along.</summary>
    public const string Reading = $"""
        using VideoGen.Sdk.Platforms;
        using VideoGen.Sdk.Providers.Catalogue;

        var known = ModelCatalogue.Embedded.Providers.Count > 0 && PlatformCatalogue.Embedded.Find("instagram/reels") is not null;
        Console.WriteLine(known ? "{Answer}" : "the embedded catalogues are empty");
        """;

    public static string For(PackedPackage core) =>
        core.Documentation.Contains(".AddVideoGeneration(", StringComparison.Ordinal) ? Registering : Reading;
}
