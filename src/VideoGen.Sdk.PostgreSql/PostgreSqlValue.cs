namespace VideoGen.Sdk.PostgreSql;

/// <summary>How our types lie in columns: times in UTC, alternatives as words.</summary>
internal static class PostgreSqlValue
{
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        Enum word => word.ToString(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        _ => value,
    };

    /// <summary>Text for columns that only show it: the server takes neither the zero character nor half a surrogate pair, and no job may fail for that.</summary>
    public static string? Shown(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var sound = text.Replace('\0', '\uFFFD');
        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(sound));
    }
}
