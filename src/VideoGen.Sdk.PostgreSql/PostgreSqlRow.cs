using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>One row of an answer, read by column name; the counterpart of <see cref="PostgreSqlValue"/>.</summary>
internal readonly struct PostgreSqlRow(NpgsqlDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);

    public string[] Texts(string column) => reader.GetFieldValue<string[]>(reader.GetOrdinal(column));

    public int Count(string column) => reader.GetInt32(reader.GetOrdinal(column));

    public int? CountOrNull(string column) => IsNull(column) ? null : Count(column);

    public long Number(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public bool Truth(string column) => reader.GetBoolean(reader.GetOrdinal(column));

    public bool? TruthOrNull(string column) => IsNull(column) ? null : Truth(column);

    public byte[] Bytes(string column) => reader.GetFieldValue<byte[]>(reader.GetOrdinal(column));

    public DateTimeOffset Time(string column) => reader.GetFieldValue<DateTimeOffset>(reader.GetOrdinal(column));

    public DateTimeOffset? TimeOrNull(string column) => IsNull(column) ? null : Time(column);

    public TimeSpan Length(string column) => reader.GetTimeSpan(reader.GetOrdinal(column));

    public TimeSpan? LengthOrNull(string column) => IsNull(column) ? null : Length(column);

    // The column gives six places; money elsewhere has no trailing zeros, and records compare by value but print by scale.
    public decimal Usd(string column) => reader.GetDecimal(reader.GetOrdinal(column)) / 1.000000000000000000000000000m;

    public decimal? UsdOrNull(string column) => IsNull(column) ? null : Usd(column);

    /// <summary>A sum of money as whole millionths.</summary>
    public long MicroUsd(string column) => (long)(reader.GetDecimal(reader.GetOrdinal(column)) * 1_000_000m);

    public TEnum Word<TEnum>(string column)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(Text(column));

    public TEnum? WordOrNull<TEnum>(string column)
        where TEnum : struct, Enum => IsNull(column) ? null : Word<TEnum>(column);

    private bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));
}
