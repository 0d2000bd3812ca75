namespace VideoGen.Sdk.Assets;

/// <summary>How long finished files are kept. Bound from <c>VideoGeneration:Assets:Retention</c>. Without a limit everything is kept.</summary>
public sealed class RetentionRules
{
    /// <summary>Files of jobs that ended longer ago than this go. Default null: no limit.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Bytes of finished videos to keep, the newest first; older ones go. Default null: no limit.</summary>
    public long? MaxTotalBytes { get; set; }

    /// <summary>Whether only the files of failed and cancelled jobs go, and finished videos stay. Default false.</summary>
    public bool KeepSucceeded { get; set; }
}
