namespace VideoGen.Sdk.Trends;

/// <summary>What to write a prompt for.</summary>
public sealed record PromptBrief
{
    /// <summary>The trend.</summary>
    public required Trend Trend { get; init; }

    /// <summary>Where it will be published, such as <c>instagram/reels</c>; null for nowhere in particular.</summary>
    public string? Platform { get; init; }

    /// <summary>A style word such as <c>cinematic</c>; null for the writer's own choice.</summary>
    public string? Style { get; init; }

    /// <summary>Language of caption and speech in its short form; null for the trend's, else English.</summary>
    public string? Language { get; init; }

    /// <summary>Whether an avatar speaks.</summary>
    public bool HasAvatar { get; init; }

    /// <summary>Longest prompt in characters, from 100 on. Default 1000; the catalogue's <c>PromptLimit</c> of the model where one is named.</summary>
    public int LongestPrompt { get; init; } = 1000;
}
