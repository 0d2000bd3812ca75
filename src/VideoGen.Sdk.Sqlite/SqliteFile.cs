using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>The path of the database: what can be said about it before SQLite looks, and the connections to it.</summary>
internal sealed class SqliteFile(SqliteOptions options)
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(1);

    public string Path { get; } = string.IsNullOrWhiteSpace(options.Path) || options.Path.Contains(":memory:", StringComparison.Ordinal)
        ? throw new ArgumentException("SqliteOptions.Path must name a file, for example 'data/videogen.db'; without a file use the in-memory stores.", nameof(options))
        : System.IO.Path.GetFullPath(options.Path);

    /// <summary>Opens a connection. Only the writer may create the file.</summary>
    public SqliteSession Connect(bool forWriting)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = forWriting ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            // SQLite's own busy handler waits; the provider's loop, which naps for 150 ms a turn, must not add to it.
            DefaultTimeout = 1,
        }.ToString());
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            Wait(session, options.BusyTimeout);
            
            // Earlier versions of a job lie in freed space too: it is overwritten when it is freed, or nothing could ever be forgotten.
            session.RunScript(forWriting ? "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON" : "PRAGMA query_only=1");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Moves the log into the file and cuts it to nothing; false while somebody reads. Writers wait meanwhile, and a lease must not run out over a reader who stays: the caller comes again.</summary>
    public bool TryCutLog(SqliteSession session)
    {
        Wait(session, options.BusyTimeout < LogPatience ? options.BusyTimeout : LogPatience);
        try
        {
            return (long)session.Prepare("PRAGMA wal_checkpoint(TRUNCATE)", []).ExecuteScalar()! == 0;
        }
        finally
        {
            Wait(session, options.BusyTimeout);
        }
    }

    /// <summary>Makes the folder, and refuses a file or folder without any write permission: root could write to it all the same, against the wish of whoever took it away.</summary>
    public void MakeReady()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.Plain($"The folder '{folder}' of the database file cannot be made; choose another path or give this process write permission.", Path, exception);
        }

        if (Directory.Exists(Path))
        {
            throw SqliteErrors.Plain($"'{Path}' is a folder; name a file in it, for example '{System.IO.Path.Combine(Path, "videogen.db")}'.", Path);
        }

        MakePrivate();
        if (File.Exists(Path) && IsReadOnly(new FileInfo(Path)))
        {
            throw SqliteErrors.Plain($"The database file '{Path}' is read-only; give this process write permission to the file and its folder.", Path);
        }

        if (!OperatingSystem.IsWindows() && IsReadOnly(new DirectoryInfo(folder)))
        {
            throw SqliteErrors.Plain($"The folder '{folder}' is read-only, and SQLite writes its log beside the database file '{Path}'; give this process write permission to it.", Path);
        }
    }

    /// <summary>SQLite goes on writing into a deleted file without a word.</summary>
    public void MustStillBeThere()
    {
        if (!File.Exists(Path))
        {
            throw SqliteErrors.Plain($"The database file '{Path}' was removed or moved while in use; put it back, or restart to begin an empty one.", Path);
        }
    }

    // Prompts and money are nobody else's business. SQLite gives its logs the file's own permissions; a file that is there keeps what its owner gave it.
    private void MakePrivate()
    {
        if (OperatingSystem.IsWindows() || File.Exists(Path))
        {
            return;
        }

        try
        {
            using var made = new FileStream(Path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or the folder takes no file: what follows says so in its own words.
        }
    }

    private static void Wait(SqliteSession session, TimeSpan longest) => session.RunScript(FormattableString.Invariant($"PRAGMA busy_timeout={(long)longest.TotalMilliseconds}"));

    private static bool IsReadOnly(FileSystemInfo item) => OperatingSystem.IsWindows()
        ? item.Attributes.HasFlag(FileAttributes.ReadOnly)
        : (item.UnixFileMode & AnyWrite) == 0;
}
