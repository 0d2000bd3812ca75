using VideoGen.Sdk.Media.Probing;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Brings the colours of any input to BT.709 in video range: a phone's HDR would else look grey, a full-range picture hard.</summary>
internal static class ColourFilter
{
    private const string ToneMapped =
        "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p,";

    /// <summary>Filters to put first, each with its comma; empty where the colours are right or nothing is said of them.</summary>
    public static string For(FfprobeStream video)
    {
        if (video.ColorTransfer is "smpte2084" or "arib-std-b67")
        {
            return ToneMapped;
        }

        var isFull = video.ColorRange == "pc" || video.PixFmt?.StartsWith("yuvj", StringComparison.Ordinal) == true;
        var isOther = video.ColorSpace is "smpte170m" or "bt470bg" or "bt2020nc" or "bt2020c" or "fcc" or "smpte240m";
        return isFull || isOther ? "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p," : "";
    }
}
