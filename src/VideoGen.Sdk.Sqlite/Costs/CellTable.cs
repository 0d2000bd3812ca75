using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using SQLitePCL;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Finds the cell of a row by the bytes of its first eight columns.</summary>
internal sealed class CellTable : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    private const int Columns = 8;

    // Neither byte occurs in UTF-8.
    private const byte End = 0xFF;
    private const byte Null = 0xFE;

    private readonly Dictionary<byte[], SummaryCell> cells;
    private readonly Dictionary<byte[], SummaryCell>.AlternateLookup<ReadOnlySpan<byte>> byBytes;
    private byte[] key = new byte[512];

    public CellTable()
    {
        cells = new Dictionary<byte[], SummaryCell>(this);
        byBytes = cells.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public IEnumerable<SummaryCell> All => cells.Values;

    public SummaryCell Of(sqlite3_stmt row)
    {
        var length = 0;
        for (var column = 0; column < Columns; column++)
        {
            Append(row, column, ref length);
        }

        var bytes = key.AsSpan(0, length);
        if (!byBytes.TryGetValue(bytes, out var cell))
        {
            byBytes[bytes] = cell = Read(row);
        }

        return cell;
    }

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    private void Append(sqlite3_stmt row, int column, ref int length)
    {
        var text = raw.sqlite3_column_blob(row, column);
        var isNull = text.IsEmpty && raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;
        if (key.Length < length + text.Length + 2)
        {
            Array.Resize(ref key, (key.Length + text.Length) * 2);
        }

        text.CopyTo(key.AsSpan(length));
        length += text.Length;
        if (isNull)
        {
            key[length++] = Null;
        }

        key[length++] = End;
    }

    private static SummaryCell Read(sqlite3_stmt row)
    {
        var tags = Text(row, 5)!;
        var outcome = Text(row, 7);
        return new SummaryCell(
            new LineFacts(
                Text(row, 0)!, Text(row, 1)!, Text(row, 2)!, Text(row, 3), Text(row, 4),
                tags.Length > 2 ? JsonSerializer.Deserialize(tags, LedgerJsonContext.Default.IReadOnlyListString)! : []),
            LineFates.Of(Enum.Parse<LineState>(Text(row, 6)!), outcome is null ? null : Enum.Parse<AttemptOutcome>(outcome)));
    }

    private static string? Text(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(row, column));
}
