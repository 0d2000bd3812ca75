using Microsoft.Extensions.Time.Testing;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

/// <summary>Databases in folders of their own.</summary>
internal static class TestDatabase
{
    public static string NewPath() => Path.Combine(Directory.CreateTempSubdirectory("videogen-costs-").FullName, "videogen.db");

    public static SqliteDatabase Open(string path, TimeProvider? clock = null) =>
        new(new SqliteOptions { Path = path }, clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero)));

    public static void Remove(string path) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
}
