namespace VideoGen.Sdk.Analytics;

/// <summary>That something was seen: a key made of its words, and the trend that it belongs to.</summary>
public sealed record TrendSighting
{
    /// <summary>A number made of the words.</summary>
    public required long Key { get; init; }

    /// <summary>The trend's id.</summary>
    public required string Cluster { get; init; }

    /// <summary>When it was seen first, to the microsecond.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it was seen last, to the microsecond.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>How many mentions of the trend there were then.</summary>
    public long Mentions { get; init; }

    /// <summary>How many views the trend had then.</summary>
    public long Views { get; init; }

    /// <summary>Two sightings of one key as one: the first cluster and first time, and the counts of the later one. For implementers of <see cref="ITrendHistory"/>.</summary>
    /// <param name="next">A sighting that came in after this one.</param>
    public TrendSighting Join(TrendSighting next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return (next.LastSeenAt >= LastSeenAt ? next : this) with { Cluster = Cluster, FirstSeenAt = next.FirstSeenAt < FirstSeenAt ? next.FirstSeenAt : FirstSeenAt };
    }
}
