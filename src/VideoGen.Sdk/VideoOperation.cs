namespace VideoGen.Sdk;

/// <summary>What is asked of the model. <see cref="VideoRequest.Operation"/> derives it from the inputs unless it is set.</summary>
public enum VideoOperation
{
    /// <summary>A clip from words alone.</summary>
    TextToVideo,

    /// <summary>A clip that begins with, ends with or refers to given pictures.</summary>
    ImageToVideo,

    /// <summary>A given clip changed or carried on.</summary>
    VideoToVideo,

    /// <summary>A character that repeats the movement of a given clip.</summary>
    CharacterPerformance,

    /// <summary>An avatar that speaks a script.</summary>
    AvatarVideo,
}
