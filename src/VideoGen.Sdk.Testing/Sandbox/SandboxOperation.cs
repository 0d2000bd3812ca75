namespace VideoGen.Sdk.Testing.Sandbox;

/// <summary>The kind of call a fault strikes.</summary>
public enum SandboxOperation
{
    /// <summary>Every kind of call, account reads included; written <c>*</c> on the wire.</summary>
    Any,

    /// <summary>A call that creates a task, the one vendors bill.</summary>
    Submit,

    /// <summary>Reading one task or a list of them.</summary>
    Status,

    /// <summary>Cancelling or deleting a task.</summary>
    Cancel,

    /// <summary>Handing over an input file.</summary>
    Upload,

    /// <summary>Fetching a finished file.</summary>
    Download,

    /// <summary>A message the sandbox sends to the app.</summary>
    Webhook,
}
