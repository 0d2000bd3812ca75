namespace VideoGen.Sdk.Queue;

/// <summary>What is signalled.</summary>
public enum JobSignalKind
{
    /// <summary>Please stop.</summary>
    Cancel,

    /// <summary>Look again now.</summary>
    Wake,
}
