using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.SampleTests.CustomProvider;

public sealed class CustomProviderTests
{
    [Fact]
    public async Task It_makes_a_file_and_books_the_configured_price()
    {
        using var folder = new TemporaryFolder();
        using var run = SampleRun.Start("CustomProvider", ["A paper boat", "--output", folder.Path]);
        var result = await run.EndAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal($"myprovider made a video for 1.00 USD, booked in {folder.At("videogen.db")}.", result.Output[0]);
        var file = result.Output[1]["Video: ".Length..];
        Assert.Equal("ftyp", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[4..8]));
        Assert.Equal(("myprovider", 1.0m), Row(folder.At("videogen.db")));
    }

    [Fact]
    public async Task A_wrong_command_line_exits_2_and_shows_how_it_is_meant()
    {
        using var run = SampleRun.Start("CustomProvider", ["--nonsense"]);
        var result = await run.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Usage:", result.Error, StringComparison.Ordinal);
    }

    private static (string Provider, decimal CostUsd) Row(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT provider, cost_usd FROM video_generations";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetString(0), reader.GetDecimal(1));
    }
}
