namespace VideoGen.Sdk;

/// <summary>A speaking avatar: who, with which voice, saying what.</summary>
public sealed record AvatarRequest
{
    /// <summary>The vendor's id of the avatar look. Ids do not carry over between vendors.</summary>
    public required string AvatarId { get; init; }

    /// <summary>The vendor's id of the voice; null takes the avatar's own.</summary>
    public string? VoiceId { get; init; }

    /// <summary>The words to speak; null speaks the prompt.</summary>
    public string? Script { get; init; }

    /// <summary>Speed of speech, 0.5 to 1.5; 1 is natural.</summary>
    public decimal Speed { get; init => field = value > 0m ? value : 1m; } = 1m;
}
