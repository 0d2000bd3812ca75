namespace VideoGen.Sdk.Providers;

/// <summary>How an accepted job stands at the vendor.</summary>
public enum ProviderJobState
{
    /// <summary>The vendor does not show the job (yet). Has a ceiling of one hour.</summary>
    NotVisible,

    /// <summary>A word that we do not know. Never success; has a ceiling of one hour.</summary>
    Unknown,

    /// <summary>Not begun.</summary>
    Queued,

    /// <summary>Being made.</summary>
    Running,

    /// <summary>Done, with at least one output.</summary>
    Succeeded,

    /// <summary>Ended without a video.</summary>
    Failed,

    /// <summary>Stopped at the vendor.</summary>
    Cancelled,
}
