using SQLitePCL;

namespace VideoGen.Sdk.Sqlite;

/// <summary>What the texts of one column mean, for walks over many rows with few different texts: each text is read once, then found by its bytes.</summary>
internal sealed class ColumnValues<T>
{
    private readonly Dictionary<byte[], T> known;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> byBytes;
    private readonly int column;
    private readonly Func<sqlite3_stmt, int, T> read;
    private (bool IsKnown, T? Value) ofNull;

    public ColumnValues(int column, Func<sqlite3_stmt, int, T> read)
    {
        (this.column, this.read) = (column, read);
        known = new Dictionary<byte[], T>(ByteTexts.Comparer);
        byBytes = known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public IEnumerable<T> All => known.Values;

    public T Of(sqlite3_stmt row)
    {
        var text = raw.sqlite3_column_blob(row, column);
        if (text.IsEmpty && row.IsNull(column))
        {
            if (!ofNull.IsKnown)
            {
                ofNull = (true, read(row, column));
            }

            return ofNull.Value!;
        }

        if (!byBytes.TryGetValue(text, out var value))
        {
            var key = text.ToArray();
            known.Add(key, value = read(row, column));
        }

        return value;
    }
}
