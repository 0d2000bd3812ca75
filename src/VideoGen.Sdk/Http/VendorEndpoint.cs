namespace VideoGen.Sdk.Http;

/// <summary>Where an account's API lives and how long each phase of a call may take. Read before every call, so a changed value takes effect at once.</summary>
public sealed record VendorEndpoint
{
    /// <summary>Root of the API; a path prefix is kept. Https, or http as <see cref="AllowLoopback"/> or <see cref="AllowPlainHttp"/> permit.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Lets the API and the links in its answers lie on this machine, and then be plain http. For a test sandbox. Default false.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Lets the API be plain http on any host, such as a gateway in a private network. Never applies to links in answers. Default false.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Further origins that may be given the key, such as a vendor's second host. Never taken from an answer.</summary>
    public IReadOnlyList<Uri> TrustedOrigins { get; init; } = [];

    /// <summary>
    /// Origins besides the account's own from which finished files may be fetched although they lie in a private network, on this machine or in plain http, such as a gateway's
    /// storage at <c>http://minio.internal:9000</c>: exactly scheme, host and port, without a path. Default none: links and redirects then lead to public https addresses only.
    /// Whoever writes the answers of this account can make the app read any path there. No key is ever sent there, nothing is uploaded there, and a redirect from there
    /// to anywhere else is judged like every other.
    /// </summary>
    public IReadOnlyList<Uri> TrustedDownloadOrigins { get; init; } = [];

    /// <summary>Longest wait for a connection, TLS included. Default 15 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for the status line of a free call. Default 30 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for the rest of an answer once it has begun. Default 30 s.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time that a paid submit may take as a whole. Default 120 s.</summary>
    public TimeSpan SubmitDeadline { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time that an upload may take as a whole. Default 10 min.</summary>
    public TimeSpan UploadDeadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest answer that is read, in bytes. Default 4 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest output that is downloaded, in bytes. Default 4 GiB.</summary>
    public long MaxDownloadBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Longest silence within a download. Default 30 s.</summary>
    public TimeSpan DownloadReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Fewest bytes that a minute spent waiting for a download must bring; less is a drip and ends it. Default 64 KiB.</summary>
    public long MinDownloadBytesPerMinute { get; init; } = 64 * 1024;
}
