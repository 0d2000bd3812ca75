namespace VideoGen.Sdk.Sqlite;

/// <summary>Times as whole microseconds since 1970, the precision of both durable stores.</summary>
internal static class SqliteTime
{
    public static DateTimeOffset Floor(DateTimeOffset time) => FromMicroseconds(ToMicroseconds(time));

    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long ToMicroseconds(TimeSpan length) => length.Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);

    public static TimeSpan LengthFromMicroseconds(long value) => TimeSpan.FromTicks(value * TimeSpan.TicksPerMicrosecond);
}
