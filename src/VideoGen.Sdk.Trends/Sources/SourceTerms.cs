namespace VideoGen.Sdk.Trends.Sources;

/// <summary>How a source on the network may be asked.</summary>
public sealed record SourceTerms
{
    /// <summary>Lets the address lie on this machine, and then be plain http. Default false.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Lets the address itself lie in a private network or be plain http; redirects to elsewhere are judged all the same. Default false.</summary>
    public bool AllowPrivateAddress { get; init; }

    /// <summary>Largest answer in bytes, 1 KiB to 256 MiB. Default 8 MiB; more is not read.</summary>
    public int MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Most items of one reading, 1 to 1,000,000; the rest is left out and said. Default 10,000.</summary>
    public int MaxItems { get; init; } = 10_000;

    /// <summary>Longest wait for the answer, and again for its body. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Shortest time between two requests for the address; in between the last answer counts. A longer <c>Retry-After</c> or <c>Crawl-delay</c> is obeyed. Default 1 min.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether <c>robots.txt</c> of the host is asked and obeyed. Default true; an API that you have a key for needs none.</summary>
    public bool ObeysRobots { get; init; } = true;

    /// <summary>Who we say we are. Default <c>VideoGen.Sdk</c>, which is also the name looked for in <c>robots.txt</c>.</summary>
    public string UserAgent { get; init; } = "VideoGen.Sdk";

    internal void MustBeSane()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxBytes, 256 * 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxItems, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxItems, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ShortestInterval, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrWhiteSpace(UserAgent);
    }
}
