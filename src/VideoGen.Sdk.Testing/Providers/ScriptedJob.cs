using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>A job that the scripted vendor accepted: its truth, whatever any client believes.</summary>
public sealed class ScriptedJob
{
    private readonly Lock gate = new();
    private int polls;
    private int lookups;
    private int downloads;

    internal ScriptedJob(string remoteId, SubmissionBody body, SubmitScript script, DateTimeOffset acceptedAt) =>
        (RemoteId, Body, Script, AcceptedAt) = (remoteId, body, script, acceptedAt);

    /// <summary>The vendor's id.</summary>
    public string RemoteId { get; }

    /// <summary>The client reference it came with.</summary>
    public string ClientReference => Body.ClientReference;

    /// <summary>The request that made it.</summary>
    public SubmissionBody Body { get; }

    /// <summary>Its script.</summary>
    public SubmitScript Script { get; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset AcceptedAt { get; }

    /// <summary>Whether it was cancelled free of charge.</summary>
    public bool IsCancelledFree { get; private set; }

    /// <summary>What the vendor takes for it in USD.</summary>
    public decimal ChargedUsd => IsCancelledFree ? 0m : Script.ChargeUsd;

    /// <summary>Status requests answered.</summary>
    public int Polls => Volatile.Read(ref polls);

    /// <summary>Openings of the output.</summary>
    public int Downloads => Volatile.Read(ref downloads);

    /// <summary>Cancels asked for.</summary>
    public int Cancels { get; private set; }

    internal ProviderJobStatus NextStatus()
    {
        lock (gate)
        {
            var status = IsCancelledFree ? Cancelled : Script.Statuses[Math.Min(polls, Script.Statuses.Count - 1)];
            polls++;
            return status with
            {
                ClientReference = ClientReference,
                Outputs = status.State == ProviderJobState.Succeeded && status.Outputs.Count == 0 ? [new Uri($"https://media.invalid/{RemoteId}?link={polls}")] : status.Outputs,
            };
        }
    }

    internal bool IsVisibleToNextLookup() => Interlocked.Increment(ref lookups) > Script.HiddenLookups;

    internal ScriptedDownload NextDownload() => Script.Downloads.ElementAtOrDefault(Interlocked.Increment(ref downloads) - 1);

    internal ProviderCancelOutcome Cancel()
    {
        lock (gate)
        {
            Cancels++;
            IsCancelledFree |= Script.Cancel == ProviderCancelOutcome.CancelledFree;
            return Script.Cancel;
        }
    }

    private static ProviderJobStatus Cancelled => new()
    {
        State = ProviderJobState.Cancelled,
        Failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "cancelled" },
    };
}
