namespace VideoGen.Sdk.Testing.Sandbox;

/// <summary>What goes wrong. On the wire each name is written in kebab case, such as <c>accept-then-drop</c>.</summary>
public enum SandboxFaultKind
{
    /// <summary>The call is answered with a chosen HTTP status, body and headers; nothing else happens.</summary>
    Status,

    /// <summary>The call takes effect, a task is created and charged, and the connection is cut without an answer.</summary>
    AcceptThenDrop,

    /// <summary>The connection is cut before the call has any effect.</summary>
    DropBeforeAccept,

    /// <summary>The answer comes late; a download drips over the given time.</summary>
    Slow,

    /// <summary>The task stays queued, for ever or for the given time.</summary>
    Stuck,

    /// <summary>The task fails moderation and is charged in full, except at Pika, which charges successes only.</summary>
    ModeratedCharged,

    /// <summary>The task fails for the vendor's own reasons and is not charged.</summary>
    FailedFree,

    /// <summary>The call takes effect and its answer is cut in the middle of the JSON.</summary>
    MalformedJson,

    /// <summary>The task shows a state no documentation knows.</summary>
    UnknownState,

    /// <summary>The task succeeds and is charged, yet lists no file.</summary>
    NoOutput,

    /// <summary>The link is past its time.</summary>
    ExpiredLink,

    /// <summary>The file breaks off half way although its length was announced.</summary>
    Truncated,

    /// <summary>The file never ends.</summary>
    Endless,

    /// <summary>An HTML page comes instead of the file.</summary>
    WrongType,

    /// <summary>The webhook is delivered twice with the same id.</summary>
    WebhookDuplicate,

    /// <summary>The webhook is delivered after the one that follows it.</summary>
    WebhookReorder,

    /// <summary>The webhook is delivered after the given time.</summary>
    WebhookLate,

    /// <summary>The webhook is delivered without a signature.</summary>
    WebhookUnsigned,
}
