using Microsoft.Data.Sqlite;
using VideoGen.Sdk.Sqlite.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

/// <summary>A page of a long ledger must begin where the last one ended: a plan that sorts, or enters elsewhere, walks over everything for each page.</summary>
public sealed class LedgerPageTests : IDisposable
{
    private readonly string path = TestDatabase.NewPath();

    public void Dispose() => TestDatabase.Remove(path);

    [Fact]
    public async Task Pages_of_entries_and_lines_are_found_by_their_own_order()
    {
        using (var database = TestDatabase.Open(path))
        {
            await database.ReadAsync(_ => 0, TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("SEARCH e USING INTEGER PRIMARY KEY (rowid>?)|SEARCH l ", PlanOf(LedgerReader.EntryTexts.All), StringComparison.Ordinal);
        Assert.Equal("SEARCH l USING INDEX attempt_lines_by_time (reserved_at>? AND reserved_at<?)", PlanOf(LedgerReader.LineTexts.All + LedgerReader.LineOrder));
    }

    private string PlanOf(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in (string[])["after", "after_at", "after_row", "from", "until", "provider", "model", "tenant", "campaign", "tag", "state"])
        {
            command.Parameters.AddWithValue("$" + name, DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        // Tags are looked at row by row, in a plan of their own.
        return string.Join('|', plan.Where(step => !step.Contains("json_each", StringComparison.Ordinal) && !step.Contains("SUBQUERY", StringComparison.Ordinal)));
    }
}
