namespace VideoGen.Sdk;

/// <summary>What <see cref="IVideoGenerator.StreamAsync"/> tells: progress, then exactly one end. A failure is thrown, not told.</summary>
public abstract record VideoEvent
{
    private VideoEvent()
    {
    }

    /// <summary>The job moved.</summary>
    /// <param name="Progress">Where it is now.</param>
    public sealed record Progressed(VideoProgress Progress) : VideoEvent;

    /// <summary>The video is there; nothing follows.</summary>
    /// <param name="Result">The result.</param>
    public sealed record Completed(VideoResult Result) : VideoEvent;
}
