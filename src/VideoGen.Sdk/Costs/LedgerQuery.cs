namespace VideoGen.Sdk.Costs;

/// <summary>Which lines or entries to read. Members that are null do not narrow.</summary>
public sealed record LedgerQuery
{
    /// <summary>First instant (of the reservation for lines, of writing for entries).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First instant after the stretch.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>One job.</summary>
    public string? JobId { get; init; }

    /// <summary>One provider.</summary>
    public string? Provider { get; init; }

    /// <summary>One model.</summary>
    public string? Model { get; init; }

    /// <summary>One tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>One campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>Lines that carry this tag; entries are narrowed by their attempt's tags.</summary>
    public string? Tag { get; init; }

    /// <summary>Lines in this state; entries are not narrowed.</summary>
    public LineState? State { get; init; }

    /// <summary>Whether only lines with a flag are listed; entries are not narrowed. Default false.</summary>
    public bool FlaggedOnly { get; init; }
}
