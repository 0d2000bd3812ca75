using PackageTests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace PackageTests;

/// <summary>A folder feed with every package of the repository, packed once for all tests.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>Outside the repository, so that none of its settings reach what is built beside it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("videogen-feed-").FullName;

    internal IReadOnlyList<PackedPackage> Packages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Repository.Projects)
        {
            await CommandLine.RunAsync(Repository.Root, "dotnet", "pack", project, "--no-build", "--configuration", Repository.Configuration, "--output", Folder);
            Forget(Path.GetFileNameWithoutExtension(project));
        }

        Packages = [.. Repository.Projects.Select(project => new PackedPackage(Folder, Path.GetFileNameWithoutExtension(project)))];
    }

    internal PackedPackage Package(string id) => Packages.Single(package => package.Id == id);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The version is the same from one run to the next; an unpacked package of the last run would be taken for this one's.
    private static void Forget(string id)
    {
        var unpacked = Path.Combine(Repository.PackagesFolder, id.ToLowerInvariant());
        if (Directory.Exists(unpacked))
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }
}
