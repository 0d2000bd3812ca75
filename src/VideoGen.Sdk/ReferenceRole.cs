namespace VideoGen.Sdk;

/// <summary>What a reference is for.</summary>
public enum ReferenceRole
{
    /// <summary>The clip begins with this picture.</summary>
    FirstFrame,

    /// <summary>The clip ends with this picture.</summary>
    LastFrame,

    /// <summary>The look to follow.</summary>
    Style,

    /// <summary>A person or thing that must appear.</summary>
    Subject,

    /// <summary>The clip to change, carry on or move like.</summary>
    Source,

    /// <summary>Speech or music to use.</summary>
    Audio,
}
