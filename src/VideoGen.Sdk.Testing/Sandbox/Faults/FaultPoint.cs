namespace VideoGen.Sdk.Testing.Sandbox.Faults;

/// <summary>The places in the sandbox where a fault can take hold.</summary>
internal enum FaultPoint
{
    /// <summary>Around a call and its answer.</summary>
    Call,

    /// <summary>A task is being created.</summary>
    Birth,

    /// <summary>A task is being shown.</summary>
    Sight,

    /// <summary>A link to a file is being handed out.</summary>
    Link,

    /// <summary>A file is being fetched.</summary>
    File,

    /// <summary>A webhook is being sent.</summary>
    Delivery,
}
