namespace VideoGen.Sdk.Sqlite;

/// <summary>How our types lie in columns: times and lengths as microseconds, alternatives as words, truth as 0 and 1.</summary>
internal static class SqliteValue
{
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => SqliteTime.ToMicroseconds(time),
        TimeSpan length => SqliteTime.ToMicroseconds(length),
        bool truth => truth ? 1L : 0L,
        Enum word => word.ToString(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        decimal => throw new ArgumentException("Money goes through UsdColumn.", nameof(value)),
        _ => value,
    };
}
