namespace VideoGen.Sdk.Providers.Runway;

/// <summary>The endpoints that make videos.</summary>
internal static class RunwayRoute
{
    public const string Text = "v1/text_to_video";
    public const string Image = "v1/image_to_video";
    public const string Video = "v1/video_to_video";
    public const string Performance = "v1/character_performance";
}
