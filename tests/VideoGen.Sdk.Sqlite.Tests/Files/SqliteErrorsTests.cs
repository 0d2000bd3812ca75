using Microsoft.Data.Sqlite;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

public sealed class SqliteErrorsTests
{
    [Theory]
    [InlineData(5, "locked by another process", true)]
    [InlineData(6, "locked by another process", true)]
    [InlineData(8, "read-only", false)]
    [InlineData(10, "check the disk", false)]
    [InlineData(11, "damaged", false)]
    [InlineData(13, "is full", true)]
    [InlineData(14, "cannot be opened", false)]
    [InlineData(26, "damaged", false)]
    [InlineData(1, "refused a statement", false)]
    public void Each_result_code_is_a_sentence_with_the_file_and_the_fix(int code, string words, bool isTransient)
    {
        var exception = SqliteErrors.From(new SqliteException("told by SQLite", code), "data/videogen.db");

        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Contains("'data/videogen.db'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("data/videogen.db", isTransient, false), (exception.Location, exception.IsTransient, exception.IsCommitUnknown));
    }
}
