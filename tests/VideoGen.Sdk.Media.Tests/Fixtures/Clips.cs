using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Tiny inputs and the platform that they are measured against: Reels at a quarter of the size.</summary>
internal static class Clips
{
    public const string Picture = "-f lavfi -i testsrc2=s=270x480:r=30:d=2";
    public const string Tone = "-f lavfi -i sine=f=440:r=48000:d=2";
    public const string Video = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -profile:v high -x264-params 8x8dct=1:cabac=1 -g 60 -keyint_min 60 -sc_threshold 0 -flags +cgop";
    public const string Audio = "-c:a aac -b:a 64k -ar 48000 -ac 2";
    public const string Clean = "-movflags +faststart+negative_cts_offsets -use_editlist 0";

    public static PlatformSpecs Reels { get; } = PlatformCatalogue.Embedded.Get("instagram/reels") with
    {
        Width = 270,
        Height = 480,
        MinDuration = 1,
        MaxDuration = 4,
        MaxFileSizeMb = 5,
    };

    public static string Conforming(string path) => Shell.Clip(path, $"{Picture} {Tone} {Video} {Audio} {Clean}");
}
