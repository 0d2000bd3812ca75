namespace VideoGen.Sdk;

/// <summary>How soon a job is begun, beside others that wait. Whoever waits rises with time, so that nothing starves.</summary>
public enum VideoPriority
{
    /// <summary>After everything else.</summary>
    Low = -1,

    /// <summary>The usual.</summary>
    Normal = 0,

    /// <summary>Before the usual.</summary>
    High = 1,

    /// <summary>Before everything else.</summary>
    Urgent = 2,
}
