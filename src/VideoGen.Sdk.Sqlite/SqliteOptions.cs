namespace VideoGen.Sdk.Sqlite;

/// <summary>Where the database file lies and how long to wait for it.</summary>
public sealed class SqliteOptions
{
    /// <summary>Path of the database file. Missing folders are made; a relative path starts at the working folder. A file made here is readable by its owner alone (mode 0600 where the system has modes). Must lie on a local disk: SQLite's locks do not hold on network shares.</summary>
    public string Path { get; set; } = "";

    /// <summary>How long a call waits while another process holds the file before it throws a transient <see cref="StoreException"/>. Default: 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
