using static System.FormattableString;

namespace VideoGen.Sdk.Media.Cropping;

/// <summary>Where the window of a smart crop lies in time.</summary>
/// <param name="Points">Times in seconds and the share of the way from the left (or top) end, 0 to 1.</param>
/// <param name="IsAcross">Whether it moves left and right, else up and down.</param>
/// <param name="CommandFile">Name in the work folder of the commands that move it; null stands still.</param>
internal sealed record CropPath(IReadOnlyList<(double At, double Share)> Points, bool IsAcross, string? CommandFile)
{
    /// <summary>The filters, from a picture that covers the frame to the frame.</summary>
    public string Filter(int width, int height)
    {
        var first = Points.Count == 0 ? 0.5 : Points[0].Share;
        var place = IsAcross ? Invariant($"{Offset("i", first, IsAcross)}:(ih-oh)/2") : Invariant($"(iw-ow)/2:{Offset("i", first, IsAcross)}");
        return CommandFile is null
            ? Invariant($"crop={width}:{height}:{place}")
            : Invariant($"sendcmd=f={CommandFile},crop@{CommandFile}={width}:{height}:{place}");
    }

    /// <summary>The commands that move the window, thirty times a second where it moves.</summary>
    public IEnumerable<string> Commands()
    {
        for (var i = 0; i + 1 < Points.Count; i++)
        {
            var (from, to) = (Points[i], Points[i + 1]);
            var steps = Math.Abs(to.Share - from.Share) < 0.0005 ? 1 : Math.Max(1, (int)((to.At - from.At) * 30));
            for (var step = 0; step < steps; step++)
            {
                var part = (double)step / steps;
                yield return Invariant($"{from.At + ((to.At - from.At) * part):0.####} crop@{CommandFile} {(IsAcross ? "x" : "y")} {Offset("i", from.Share + ((to.Share - from.Share) * part), IsAcross)};");
            }
        }
    }

    private static string Offset(string input, double share, bool isAcross) => Invariant($"({input}{(isAcross ? "w" : "h")}-o{(isAcross ? "w" : "h")})*{share:0.####}");
}
