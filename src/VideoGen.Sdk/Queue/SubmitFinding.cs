namespace VideoGen.Sdk.Queue;

/// <summary>What a person found in a vendor's console about a submit whose answer was lost.</summary>
public abstract record SubmitFinding
{
    private SubmitFinding()
    {
    }

    /// <summary>The vendor has the job: it is waited for, and its charge booked.</summary>
    /// <param name="RemoteId">The vendor's id of it.</param>
    public sealed record Accepted(string RemoteId) : SubmitFinding;

    /// <summary>The vendor never took it and charges nothing: the held money is freed, and the job goes on to its next attempt, which is paid anew.</summary>
    public sealed record Rejected : SubmitFinding;
}
