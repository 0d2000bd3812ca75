namespace VideoGen.Sdk.Assets;

/// <summary>The least that was needed.</summary>
public enum ConformAction
{
    /// <summary>It fitted already; nothing was written.</summary>
    Unchanged,

    /// <summary>Only the container was rewritten.</summary>
    Remuxed,

    /// <summary>The picture was copied, the sound encoded.</summary>
    Audio,

    /// <summary>Encoded once.</summary>
    Encoded,

    /// <summary>It fitted already and was copied byte for byte (<see cref="ConformRequest.AlwaysWrite"/>).</summary>
    Copied,
}
