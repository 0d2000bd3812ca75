namespace CostReport.Demo;

/// <summary>One made-up attempt, as the ledger keeps it.</summary>
internal sealed record DemoAttempt
{
    public required string JobId { get; init; }

    public required int Number { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    public required string Tenant { get; init; }

    public required string Campaign { get; init; }

    public required string[] Tags { get; init; }

    public required DateTimeOffset ReservedAt { get; init; }

    public required TimeSpan Took { get; init; }

    public required decimal EstimateUsd { get; init; }

    public required decimal ChargedUsd { get; init; }

    public required int Seconds { get; init; }

    /// <summary>Succeeded, Failed or Rejected; null: nobody knows.</summary>
    public string? Outcome { get; init; }

    public string? Flag { get; init; }

    /// <summary>Views where the video was posted; null where it was not.</summary>
    public long? Views { get; init; }

    public DateTimeOffset EndedAt => ReservedAt + Took;

    public string State => Outcome switch
    {
        null => "Unverified",
        "Rejected" => "Released",
        _ => ChargedUsd > 0m || Outcome == "Succeeded" ? "Charged" : "Released",
    };

    public string ClientReference => $"{JobId}-{Number}";

    /// <summary>What its two entries say.</summary>
    public (string Kind, decimal AmountUsd) Ending => State == "Charged" ? ("Charged", ChargedUsd) : (State == "Released" ? "Released" : "Unverified", EstimateUsd);
}
