namespace VideoGen.Sdk.Trends;

/// <summary>A source from configuration. Sources in code are registered as <see cref="ITrendSource"/>.</summary>
public sealed class TrendSourceOptions
{
    /// <summary>Its kind. Default <see cref="TrendSourceKind.Feed"/>.</summary>
    public TrendSourceKind Kind { get; set; }

    /// <summary>Its name in reports; null takes the host, the file's name or the region.</summary>
    public string? Name { get; set; }

    /// <summary>Where a feed or JSON answer is: public https unless one of the two below allows another.</summary>
    public Uri? Address { get; set; }

    /// <summary>Where a file or folder is.</summary>
    public string? Path { get; set; }

    /// <summary>YouTube's region, two letters. Default US.</summary>
    public string Region { get; set; } = "US";

    /// <summary>Lets the address lie on this machine. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Lets the address lie in a private network or be plain http. Default false.</summary>
    public bool AllowPrivateAddress { get; set; }
}
