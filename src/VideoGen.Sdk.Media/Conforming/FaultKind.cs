namespace VideoGen.Sdk.Media.Conforming;

/// <summary>What has to be made anew to mend a fault; each higher one mends the lower ones too.</summary>
internal enum FaultKind
{
    /// <summary>The file around the streams.</summary>
    Container,

    /// <summary>The sound.</summary>
    Audio,

    /// <summary>The picture.</summary>
    Video,
}
