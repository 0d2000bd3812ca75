namespace VideoGen.Sdk.Trends;

/// <summary>What was written for a trend.</summary>
public sealed record WrittenPrompt
{
    /// <summary>What to see.</summary>
    public required string Prompt { get; init; }

    /// <summary>What is posted beside the video.</summary>
    public required string Caption { get; init; }

    /// <summary>Hashtags to post, without <c>#</c>.</summary>
    public IReadOnlyList<string> Hashtags { get; init => field = value ?? []; } = [];

    /// <summary>What the avatar says; null without one.</summary>
    public string? Script { get; init; }

    /// <summary>Language of caption and script in its short form.</summary>
    public required string Language { get; init; }

    /// <summary>What was taken out or cut, and why; never the words themselves.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];
}
