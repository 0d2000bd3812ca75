using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Queue;

/// <summary>One try at one provider.</summary>
public sealed record Attempt
{
    /// <summary>Number within the job, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>What is asked of the model.</summary>
    public required GenerationSpec Spec { get; init; }

    /// <summary>Our id at the vendor; unique for ever.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Upper bound of the price in USD.</summary>
    public required decimal EstimateUsd { get; init; }

    /// <summary>Longest time from acceptance to the end that is waited for.</summary>
    public required TimeSpan LongestRun { get; init; }

    /// <summary>When the candidate was chosen; a plan of ten minutes is old.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Inputs where the vendor finds them.</summary>
    public IReadOnlyList<PreparedInput> Inputs { get; init => field = value ?? []; } = [];

    /// <summary>When money and slots were held (store's clock); null before.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>The print of the vendor account that the body was sent to, salted with the client reference; null where the vendor replays nothing.</summary>
    public string? AccountPrint { get; init; }

    /// <summary>When the intent was saved (store's clock); null before.</summary>
    public DateTimeOffset? IntentAt { get; init; }

    /// <summary>The endpoint; null before the intent.</summary>
    public string? Route { get; init; }

    /// <summary>What became of the POST; null while it is not decided.</summary>
    public SubmissionVerdict? Verdict { get; init; }

    /// <summary>The vendor's id; null unless accepted.</summary>
    public string? RemoteId { get; init; }

    /// <summary>When it was accepted; null unless it was.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The vendor's last words on an ended job; null before.</summary>
    public ProviderJobStatus? FinalStatus { get; init; }

    /// <summary>Since when the vendor shows no job or an unknown word; null when it shows one.</summary>
    public DateTimeOffset? UnclearSince { get; init; }

    /// <summary>Whether the vendor was asked to stop it.</summary>
    public bool IsCancelAsked { get; init; }

    /// <summary>Look-ups by client reference made in vain.</summary>
    public int Lookups { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public ProviderFailure? Failure { get; init; }

    /// <summary>How it ended; null while open.</summary>
    public AttemptOutcome? Outcome { get; init; }

    /// <summary>When its money was settled or released and nothing more can come of it; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether nothing more can come of it.</summary>
    public bool IsClosed => ClosedAt is not null;
}
