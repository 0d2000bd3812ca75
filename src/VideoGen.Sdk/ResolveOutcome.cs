namespace VideoGen.Sdk;

/// <summary>What became of a person's word about a lost submit answer.</summary>
public enum ResolveOutcome
{
    /// <summary>No such job.</summary>
    NotFound,

    /// <summary>No attempt of the job has an unknown outcome; nothing was changed.</summary>
    NothingUnknown,

    /// <summary>The submit may still be under way, and its answer may still come: refused until its deadline and margin have passed.</summary>
    TooEarly,

    /// <summary>Another attempt has this remote id already; nothing was changed.</summary>
    RemoteIdTaken,

    /// <summary>Written down; the job goes on wherever it runs.</summary>
    Resolved,
}
