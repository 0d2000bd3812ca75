namespace PackageTests;

/// <summary>A console project of a user: in a folder of its own, with nothing but the feed and whatever sources the machine has.</summary>
internal sealed class Consumer : IDisposable
{
    /// <summary>The library stands on the abstractions; the container itself is the app's choice.</summary>
    private const string Container = "Microsoft.Extensions.DependencyInjection";

    private readonly string folder = Directory.CreateTempSubdirectory("videogen-consumer-").FullName;

    public Consumer(PackageFeed feed, IEnumerable<PackedPackage> packages, string program, string properties = "")
    {
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{feed.Folder}" /></packageSources></configuration>
            """);
        // The audit asks the network about other people's packages; the repository's own build has asked already.
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", packages.Select(package => $"<PackageReference Include=\"{package.Id}\" Version=\"[{package.Version}]\" />"))}
                <PackageReference Include="{Container}" Version="{Repository.VersionOf(Container)}" />
              </ItemGroup>
            </Project>
            """);
    }

    public Task<string> RunAsync() => CommandLine.RunAsync(folder, "dotnet", "run", "--configuration", "Release");

    /// <summary>Compiles ahead of time and returns the folder that could be shipped.</summary>
    public async Task<string> PublishAsync()
    {
        var published = Path.Combine(folder, "published");
        await CommandLine.RunAsync(folder, "dotnet", "publish", "--use-current-runtime", "--output", published);
        return published;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
