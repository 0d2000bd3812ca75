namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>US dollars per second of output from the prepaid wallet, snapshot of mid-2026; clips as fal resells them.</summary>
internal static class HeyGenPrices
{
    public const decimal Agent = 0.0333m;

    /// <summary>The vendor bills cinematic avatars by the video at a price not found; this stands in for it.</summary>
    public const decimal Cinematic = 0.10m;

    public static decimal Presenter(bool photo, bool avatarIII, bool is4K) => (avatarIII, photo, is4K) switch
    {
        (true, _, false) => 0.0167m,
        (true, _, true) => 0.02m,
        (_, true, false) => 0.05m,
        (_, true, true) => 0.0667m,
        (_, false, false) => 0.0667m,
        _ => 0.0833m,
    };

    public static decimal Clip(string resolution) => resolution is "480p" or "768p" ? 0.02m : 0.06m;
}
