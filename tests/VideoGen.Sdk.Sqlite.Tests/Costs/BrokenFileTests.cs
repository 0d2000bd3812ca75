using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public sealed class BrokenFileTests : CostFileTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_the_fix()
    {
        await File.WriteAllTextAsync(Path, string.Concat(Enumerable.Repeat("not a database ", 100)), Token);

        await IsToldAsync("restore a copy");
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_the_fix()
    {
        await HoldAsync(For("a", 3m));
        await ExecuteAsync("DELETE FROM limit_meters");
        Close();
        await using (var file = new FileStream(Path, FileMode.Open))
        {
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray(), Token);
        }

        await IsToldAsync("restore a copy");
    }

    [Fact]
    public async Task A_read_only_file_is_named_with_the_fix()
    {
        await HoldAsync(For("a", 3m));
        Close();
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        try
        {
            await IsToldAsync("write permission");
        }
        finally
        {
            File.SetAttributes(Path, FileAttributes.Normal);
        }
    }

    private async Task IsToldAsync(string fix)
    {
        Func<Task>[] calls =
        [
            () => Store.HoldAsync(For("b", 1m, Daily(10m)), Token),
            () => Store.CheckAsync([For("b", 1m, Daily(10m))], Token),
            () => Store.FindAsync(new AttemptKey("a", 1), Token),
            () => Store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token).AsTask(),
        ];
        foreach (var call in calls)
        {
            var thrown = await Assert.ThrowsAsync<StoreException>(call);
            Assert.Equal(Path, thrown.Location);
            Assert.Contains(Path, thrown.Message, StringComparison.Ordinal);
            Assert.Contains(fix, thrown.Message, StringComparison.Ordinal);
        }
    }
}
