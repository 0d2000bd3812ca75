namespace VideoGen.Sdk.Testing.Providers;

/// <summary>What becomes of one opening of a finished output.</summary>
public enum ScriptedDownload
{
    /// <summary>The whole file.</summary>
    Whole,

    /// <summary>The link has expired: the opening fails until a fresh one is asked for.</summary>
    ExpiredLink,

    /// <summary>The connection breaks half-way.</summary>
    BreaksOff,

    /// <summary>The stream ends half-way without a word.</summary>
    EndsShort,

    /// <summary>A file without a byte.</summary>
    Empty,

    /// <summary>The file cannot be had.</summary>
    Missing,
}
