using System.Text.Json;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.SampleTests.CostReport;

/// <summary>The same report from a real PostgreSQL server.</summary>
public sealed class CostReportOnPostgreSqlTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_fills_an_empty_ledger_once_and_reports_on_it_again()
    {
        await using var server = await ServerProcess.StartAsync();
        var store = $"postgres:{server.ConnectionString}";
        using var line = JsonDocument.Parse((await RunAsync("made", "--store", store, "--lines", "3000")).Output[^1]);

        Assert.Equal(3000, line.RootElement.GetProperty("entries").GetInt64());
        Assert.True(line.RootElement.GetProperty("seedSeconds").GetDouble() > 0);
        Assert.All(["report.html", "report.csv", "report.json"], name => Assert.True(new FileInfo(Path.Combine(folder.Path, "made", name)).Length > 1000, name));

        using var again = JsonDocument.Parse((await RunAsync("again", "--store", store, "--days", "30")).Output[^1]);
        Assert.Equal((3000, 0), (again.RootElement.GetProperty("entries").GetInt64(), again.RootElement.GetProperty("seedSeconds").GetDouble()));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "again", "report.json"), TestContext.Current.CancellationToken));
        Assert.Equal(30, report.RootElement.GetProperty("days").GetArrayLength());

        var refused = await RunAsync("more", "--store", store, "--lines", "100");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("only into an empty one", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_stores_say_the_same_of_the_same_year()
    {
        await using var server = await ServerProcess.StartAsync();
        await RunAsync("postgres", "--store", $"postgres:{server.ConnectionString}", "--lines", "2000");
        await RunAsync("sqlite", "--lines", "2000");

        Assert.Equal(await TotalAsync("sqlite"), await TotalAsync("postgres"));
    }

    private async Task<SampleResult> RunAsync(string name, params string[] arguments)
    {
        using var run = SampleRun.Start("CostReport", ["--output", Path.Combine(folder.Path, name), .. arguments]);
        return await run.EndAsync();
    }

    private async Task<string> TotalAsync(string name)
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, name, "report.json"), TestContext.Current.CancellationToken));
        return report.RootElement.GetProperty("total").GetRawText();
    }
}
