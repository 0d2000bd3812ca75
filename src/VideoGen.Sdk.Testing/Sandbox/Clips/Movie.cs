using System.Text;

namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>A complete MP4, index first so that players start at once.</summary>
internal static class Movie
{
    public static byte[] Write(ClipShape shape)
    {
        Track[] tracks = [PictureTrack.Of(shape), SilenceTrack.Of(shape)];
        var type = Box.Of("ftyp", Encoding.ASCII.GetBytes("isom"), Box.U32(0x200), Encoding.ASCII.GetBytes("isomiso2avc1mp41"));

        // Offsets do not change the length of the index, so a first draft tells where the samples begin.
        var start = (uint)(type.Length + Index(tracks, 0).Length + 8);
        return Box.Join(type, Index(tracks, start), Box.Of("mdat", [.. tracks.SelectMany(track => track.Samples)]));
    }

    private static byte[] Index(Track[] tracks, uint start)
    {
        var parts = new List<byte[]> { Header(tracks) };
        foreach (var track in tracks)
        {
            parts.Add(track.Write(start));
            start += track.Bytes;
        }

        return Box.Of("moov", [.. parts]);
    }

    private static byte[] Header(Track[] tracks) => Box.Of(
        "mvhd",
        Box.U32(0, 0, 0, Track.MovieTimescale, tracks.Max(track => track.MovieDuration), 0x10000),
        Box.U16(0x100, 0),
        Box.Zeros(8),
        Box.Matrix(),
        Box.Zeros(24),
        Box.U32((uint)tracks.Length + 1));
}
