namespace PackageTests;

public sealed class InstallTests(PackageFeed feed)
{
    private const string Core = "VideoGen.Sdk";

    /// <summary>What an app needs to make a video; packages for other audiences are installed by their own users.</summary>
    private static readonly string[] ForApps = [Core, "VideoGen.Sdk.Media", "VideoGen.Sdk.Sqlite", "VideoGen.Sdk.PostgreSql"];

    [Fact]
    public async Task The_packed_packages_build_and_run_in_a_fresh_project()
    {
        using var consumer = new Consumer(feed, ForApps.Select(feed.Package), ConsumerProgram.App);
        Assert.EndsWith(ConsumerProgram.Answer, (await consumer.RunAsync()).TrimEnd(), StringComparison.Ordinal);
        AssertTakenFromTheFeed();
    }

    [Fact]
    public async Task The_packed_core_compiles_ahead_of_time_without_a_warning_and_runs()
    {
        Assert.SkipUnless(HasLinker() || Environment.GetEnvironmentVariable("CI") is not null, "no clang on this machine; tests/run.sh installs it");
        using var consumer = new Consumer(feed, [feed.Package(Core)], ConsumerProgram.Core, "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>");
        var published = await consumer.PublishAsync();
        Assert.Empty(Directory.GetFiles(published, "*.dll"));
        Assert.EndsWith(ConsumerProgram.Answer, (await CommandLine.RunAsync(published, Path.Combine(published, "Consumer"))).TrimEnd(), StringComparison.Ordinal);
    }

    // The same version may one day stand in a public source too; this run's package must be the one that was tried.
    private void AssertTakenFromTheFeed()
    {
        var origin = Path.Combine(Repository.PackagesFolder, Core.ToLowerInvariant(), feed.Package(Core).Version, ".nupkg.metadata");
        Assert.Contains(feed.Folder, File.ReadAllText(origin), StringComparison.Ordinal);
    }

    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang")));
}
