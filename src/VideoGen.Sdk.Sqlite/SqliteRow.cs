using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>One row of an answer, read by column name; the counterpart of <see cref="SqliteValue"/>.</summary>
internal readonly struct SqliteRow(SqliteDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);

    public long Number(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public long? NumberOrNull(string column) => IsNull(column) ? null : Number(column);

    public bool Truth(string column) => Number(column) != 0;

    public byte[] Bytes(string column) => reader.GetFieldValue<byte[]>(reader.GetOrdinal(column));

    public byte[]? BytesOrNull(string column) => IsNull(column) ? null : Bytes(column);

    public DateTimeOffset Time(string column) => SqliteTime.FromMicroseconds(Number(column));

    public DateTimeOffset? TimeOrNull(string column) => IsNull(column) ? null : Time(column);

    public TimeSpan Length(string column) => SqliteTime.LengthFromMicroseconds(Number(column));

    public TimeSpan? LengthOrNull(string column) => IsNull(column) ? null : Length(column);

    public decimal Usd(string column) => UsdColumn.ToUsd(Number(column));

    public decimal? UsdOrNull(string column) => IsNull(column) ? null : Usd(column);

    public TEnum Word<TEnum>(string column)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(Text(column));

    public TEnum? WordOrNull<TEnum>(string column)
        where TEnum : struct, Enum => IsNull(column) ? null : Word<TEnum>(column);

    private bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));
}
