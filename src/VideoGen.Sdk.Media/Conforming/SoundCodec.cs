namespace VideoGen.Sdk.Media.Conforming;

/// <summary>How every sound of ours is encoded: AAC-LC, 48 kHz, stereo.</summary>
internal static class SoundCodec
{
    public static IReadOnlyList<string> Words { get; } = ["-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2"];
}
