namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>A request in which every property that is saved has a value of its own.</summary>
public static class FullRequest
{
    public static VideoRequest Create() => new()
    {
        Prompt = "a \"lighthouse\" in the rain 🌧 \\ \n שלום",
        NegativePrompt = "people",
        Style = "cinematic",
        Operation = VideoOperation.ImageToVideo,
        Model = "kling/kling-v3",
        Duration = TimeSpan.FromSeconds(5.5),
        AspectRatio = AspectRatio.Portrait,
        Resolution = VideoResolution.FullHd,
        Format = new VideoFormat { Width = 1080, Height = 1920, FramesPerSecond = 29.97m },
        Exact = ExactWishes.Duration | ExactWishes.Resolution,
        ReferenceImages = [Media(ReferenceRole.LastFrame)],
        SourceVideo = Media(ReferenceRole.Source),
        ReferenceVideos = [Media(ReferenceRole.Style), Media(ReferenceRole.Subject)],
        Audio = Media(ReferenceRole.Audio),
        Avatar = Avatar(),
        Sound = true,
        Language = "pt-BR",
        Seed = -42,
        TargetPlatform = "instagram/reels",
        PerVideoLimitUsd = 1.25m,
        PreferredProviders = ["kling/eu", "pika"],
        OnlyPreferredProviders = true,
        Tenant = "tenant",
        Campaign = "campaign",
        Tags = ["one", "two"],
        IdempotencyKey = "full-key",
        Deadline = TimeSpan.FromMinutes(45),
        FailoverOnContentRejected = true,
        AllowPossibleDoubleCharge = true,
        Settings = [new StoredProviderSettings("kling", "{\"mode\":\"pro\"}"), new StoredProviderSettings("pika", "{\"camera\":[1,2]}")],
    };

    public static AvatarRequest Avatar() => new() { AvatarId = "avatar-1", VoiceId = "voice-1", Script = "hello", Speed = 1.1m };

    private static ReferenceMedia Media(ReferenceRole role) => new()
    {
        Role = role,
        Url = new Uri("https://example.com/in.png"),
        FilePath = "in.png",
        AssetId = "asset-1",
        ContentType = "image/png",
        Sha256 = new string('b', 64),
        Duration = TimeSpan.FromSeconds(2),
    };
}
