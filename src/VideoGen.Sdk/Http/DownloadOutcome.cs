namespace VideoGen.Sdk.Http;

/// <summary>Whether an output could be opened.</summary>
public abstract record DownloadOutcome
{
    private DownloadOutcome()
    {
    }

    /// <summary>It is open; the caller disposes it.</summary>
    /// <param name="Download">The open output.</param>
    public sealed record Opened(GuardedDownload Download) : DownloadOutcome;

    /// <summary>It could not be opened.</summary>
    /// <param name="Failure">Why; free of charge.</param>
    /// <param name="IsExpired">Whether a fresh link may help: 401, 403, 404 and 410 are what hosts answer to expired ones.</param>
    public sealed record Failed(ProviderFailure Failure, bool IsExpired) : DownloadOutcome;
}
