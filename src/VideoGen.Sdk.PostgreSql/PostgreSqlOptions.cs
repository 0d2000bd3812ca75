namespace VideoGen.Sdk.PostgreSql;

/// <summary>Which server and schema keep jobs and ledger, and how long to wait for them.</summary>
public sealed class PostgreSqlOptions
{
    /// <summary>An Npgsql connection string, for example <c>Host=db;Database=videos;Username=app;Password=…</c>. It is never repeated in a message or log.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The schema that holds the tables; made when it is missing. Small letters, digits and underscores, at most 63. Default: <c>videogen</c>.</summary>
    public string Schema { get; set; } = "videogen";

    /// <summary>How long a call tries to reach a server that restarts or is gone before it throws a transient <see cref="StoreException"/>. Default: 10 seconds.</summary>
    public TimeSpan ReconnectTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
