using System.Text.Json;

namespace VideoGen.Sdk.SampleTests.CostReport;

public sealed class CostReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_makes_a_year_of_data_and_a_report_of_it_and_reports_again_on_the_same_store()
    {
        var output = Path.Combine(folder.Path, "made");
        using var line = await LastLineAsync("--output", output, "--lines", "3000");

        Assert.Equal(["entries", "seedSeconds", "reportSeconds", "peakMegabytes"], line.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(3000, line.RootElement.GetProperty("entries").GetInt64());
        Assert.True(line.RootElement.GetProperty("seedSeconds").GetDouble() > 0);
        Assert.All(["report.html", "report.csv", "report.json"], name => Assert.True(new FileInfo(Path.Combine(output, name)).Length > 1000, name));

        var again = Path.Combine(folder.Path, "again");
        using var second = await LastLineAsync("--output", again, "--store", $"sqlite:{Path.Combine(output, "costreport-demo.db")}", "--days", "30");

        Assert.Equal((3000, 0), (second.RootElement.GetProperty("entries").GetInt64(), second.RootElement.GetProperty("seedSeconds").GetDouble()));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(again, "report.json"), TestContext.Current.CancellationToken));
        Assert.Equal(30, report.RootElement.GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task Made_up_money_is_never_written_beside_other_money()
    {
        using var line = await LastLineAsync("--output", folder.Path, "--lines", "100");
        var store = $"sqlite:{Path.Combine(folder.Path, "costreport-demo.db")}";

        using var run = SampleRun.Start("CostReport", ["--output", folder.Path, "--store", store, "--lines", "100"]);
        var result = await run.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("only into an empty one", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output is missing.")]
    [InlineData("--days: '0' is not a whole number from 1 to 3650.", "--output", "x", "--days", "0")]
    [InlineData("--store: give sqlite:PATH or postgres:CONN.", "--output", "x", "--store", "mysql:x")]
    [InlineData("--lines needs a value.", "--output", "x", "--lines")]
    public async Task A_wrong_command_line_says_what_is_wrong(string fault, params string[] arguments)
    {
        using var run = SampleRun.Start("CostReport", arguments);
        var result = await run.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(fault, result.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> LastLineAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("CostReport", arguments);
        var result = await run.EndAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(result.Output[^1]);
    }
}
