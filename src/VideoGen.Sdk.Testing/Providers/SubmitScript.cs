using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>The fate of one submission, from the POST to the download. The default is a video that succeeds at the second look and costs 0.25 USD, as the vendor states.</summary>
public sealed record SubmitScript
{
    /// <summary>What becomes of the submit.</summary>
    public ScriptedSubmit Submit { get; init; }

    /// <summary>Why it is refused, not sent or lost; null takes a transient failure.</summary>
    public ProviderFailure? Refusal { get; init; }

    /// <summary>The id that the vendor answers with; null numbers them.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The vendor's own upper bound in its answer to the submit; null states none.</summary>
    public decimal? EstimateUsd { get; init; }

    /// <summary>What each status request answers, in order; the last one repeats.</summary>
    public IReadOnlyList<ProviderJobStatus> Statuses { get; init; } =
        [new() { State = ProviderJobState.Running, Progress = 0.5 }, new() { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m }];

    /// <summary>What the vendor really takes for it once it is accepted, in USD: the truth that a ledger is held against.</summary>
    public decimal ChargeUsd { get; init; } = 0.25m;

    /// <summary>What a cancel answers. <see cref="ProviderCancelOutcome.CancelledFree"/> makes it free.</summary>
    public ProviderCancelOutcome Cancel { get; init; } = ProviderCancelOutcome.NotSupported;

    /// <summary>What each opening of the output brings, in order; afterwards the whole file.</summary>
    public IReadOnlyList<ScriptedDownload> Downloads { get; init; } = [];

    /// <summary>Look-ups by client reference that see nothing before the job becomes visible.</summary>
    public int HiddenLookups { get; init; }

    /// <summary>A video that fails after acceptance.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="charge">Whether it costs money all the same.</param>
    /// <param name="chargeUsd">What the vendor takes, where it does.</param>
    public static SubmitScript Fails(ProviderFailureKind kind, ChargeCertainty charge = ChargeCertainty.None, decimal chargeUsd = 0m) => new()
    {
        ChargeUsd = chargeUsd,
        Statuses =
        [
            new() { State = ProviderJobState.Running },
            new()
            {
                State = ProviderJobState.Failed,
                ChargeUsd = charge == ChargeCertainty.Charged ? chargeUsd : null,
                Failure = new ProviderFailure { Kind = kind, Charge = charge, Message = $"scripted failure ({kind})" },
            },
        ],
    };

    /// <summary>A submit that is refused before acceptance.</summary>
    public static SubmitScript Rejected(ProviderFailureKind kind, TimeSpan? retryAfter = null) => new()
    {
        Submit = ScriptedSubmit.Reject,
        Refusal = new ProviderFailure { Kind = kind, RetryAfter = retryAfter, Message = $"scripted refusal ({kind})" },
    };

    /// <summary>This script with another fate of the submit.</summary>
    public SubmitScript When(ScriptedSubmit submit) => this with { Submit = submit };

    /// <summary>A video whose status requests answer these, in order.</summary>
    public static SubmitScript Answers(params ProviderJobStatus[] statuses) => new() { Statuses = statuses };
}
