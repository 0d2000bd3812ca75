using System.Text;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Makes every kind of file that has no business being a video, and those that only just are.</summary>
internal static class BadFiles
{
    private const string Small = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    /// <summary>What to call each, whether it converts (null: either), and how it is made.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("empty.mp4", false, p => File.WriteAllBytes(p, [])),
        new("one byte.mp4", false, p => File.WriteAllBytes(p, [0])),
        new("noise.mp4", false, p => File.WriteAllBytes(p, Noise(200_000))),
        new("noise behind ftyp.mp4", false, p => File.WriteAllBytes(p, [.. "\0\0\0\u0018ftypisom\0\0\0\0isommp42"u8, .. Noise(200_000)])),
        new("truncated.mp4", false, p => Cut(p, 0.5, "")),
        new("truncated with its index first.mp4", null, p => Cut(p, 0.6, "-movflags +faststart")),
        new("flipped bits.mp4", null, Flip),
        new("audio only.mp4", false, p => Make(p, $"{Clips.Tone} -c:a aac")),
        new("one frame.mp4", true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30 -frames:v 1 {Small}")),
        new("odd sized.mp4", true, p => Make(p, "-f lavfi -i testsrc2=s=271x477:r=30:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv444p")),
        new("tiny.mp4", true, p => Make(p, $"-f lavfi -i color=red:s=2x2:r=30:d=1 {Small}")),
        new("very wide.mp4", true, p => Make(p, $"-f lavfi -i testsrc2=s=3000x16:r=10:d=1 {Small}")),
        new("variable rate.mkv", true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=2 -vf setpts='(N+5*sin(N))/30/TB' -fps_mode vfr {Small}")),
        new("one frame an hour.mkv", null, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=1:d=3 -vf setpts=N*3600/TB -fps_mode vfr {Small}")),
        new("thirty years.mkv", null, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=1:d=2 -vf setpts=N*1000000000/TB -fps_mode vfr {Small}")),
        new("rotated.mp4", true, p => Make(p, $"-i {Made(p, "lying.mp4", $"-f lavfi -i testsrc2=s=480x270:r=30:d=1 {Small}")} -c copy -metadata:s:v rotate=270")),
        new("high dynamic range.mp4", true, p => Make(p, "-f lavfi -i testsrc2=s=270x480:r=30:d=1 -c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc")),
        new("full range.mp4", true, p => Make(p, "-f lavfi -i testsrc2=s=270x480:r=30:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuvj420p")),
        new("interlaced.mp4", true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 -flags +ilme+ildct {Small}")),
        new("eight channels.mkv", true, p => Make(p, $"{Clips.Picture} -f lavfi -i anoisesrc=d=2:a=0.1,aformat=channel_layouts=mono,pan=7.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0|c6=c0|c7=c0 {Small} -c:a flac")),
        new("negative times.mkv", true, p => Make(p, $"-copyts {Clips.Picture} -vf setpts=PTS-1/TB -avoid_negative_ts disabled {Small}")),
        new("late sound.mkv", true, p => Make(p, $"{Clips.Picture} -itsoffset 1 {Clips.Tone} {Small} -c:a aac")),
        new("sound longer than picture.mkv", true, p => Make(p, $"{Clips.Picture} -f lavfi -i sine=d=4 {Small} -c:a aac")),
        new("sixty attachments.mkv", true, p => Make(p, $"{Clips.Picture} {string.Concat(Enumerable.Repeat($"-attach {Made(p, "note.txt", null)} ", 60))} -metadata:s:t mimetype=text/plain {Small}")),
        new("thirty sounds.mkv", true, p => Make(p, $"{Clips.Picture} {Clips.Tone} -map 0 {string.Concat(Enumerable.Repeat("-map 1 ", 30))} {Small} -c:a aac -b:a 32k")),
        new("8192x4096.mp4", false, p => Make(p, $"-f lavfi -i color=black:s=8192x4096:r=1 -frames:v 1 {Small}")),
        new("16384x16384.mkv", null, p => Patch(p, "in.mkv", [0xB0, 0x82, 0x01, 0x0E, 0xBA, 0x82, 0x01, 0xE0], [0xB0, 0x82, 0x40, 0x00, 0xBA, 0x82, 0x40, 0x00])),
        new("16384x16384.mp4", null, p => Patch(p, "in.mp4", "avc1"u8.ToArray(), [0x40, 0x00, 0x40, 0x00], 28, 4)),
        new("0x0.mkv", null, p => Patch(p, "in.mkv", [0xB0, 0x82, 0x01, 0x0E], [0xB0, 0x82, 0x00, 0x00])),
        new("0x0.mp4", null, p => Patch(p, "in.mp4", "avc1"u8.ToArray(), [], 28, 4)),
        new("65535x65535.mp4", null, p => Patch(p, "in.mp4", "avc1"u8.ToArray(), [0xFF, 0xFF, 0xFF, 0xFF], 28, 4)),
        new("index that claims four gigabytes.mp4", false, p => File.WriteAllBytes(p, [.. "\0\0\0\u0010ftypisom\0\0\0\0"u8, 0, 0, 0, 1, .. "moov"u8, 0, 0, 0, 1, 0, 0, 0, 0, .. "mvhd"u8])),
        new("packed index that claims two gigabytes.mov", false, p => File.WriteAllBytes(p, PackedIndex())),
        new("a million samples that are not there.mp4", null, p => Patch(p, "in.mp4", "stsz"u8.ToArray(), [0, 0, 0, 1, 0x00, 0x0F, 0x42, 0x40], 8, 8)),
        new("a zip.mp4", false, p => File.WriteAllBytes(p, [.. "PK\u0003\u0004"u8, .. Noise(5000)])),
        new("a picture.mp4", false, p => File.Move(Made(p, "picture.png", "-f lavfi -i color=red:s=64x64 -frames:v 1"), p)),
        new("a webm.mp4", true, p => File.Move(Made(p, "lies.webm", "-f lavfi -i testsrc2=s=270x480:r=30:d=1 -c:v libvpx -deadline realtime -cpu-used 8"), p)),
        new("an mp3.mp4", false, p => File.Move(Made(p, "lies.mp3", $"{Clips.Tone} -c:a libmp3lame"), p)),
        new("a playlist of files.mp4", false, p => File.WriteAllText(p, $"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{Made(p, "secret.ts", $"{Clips.Picture} {Small}")}\n#EXT-X-ENDLIST\n")),
        new("a playlist of hosts.m3u8", false, p => File.WriteAllText(p, "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n")),
        new("a list.ffconcat", false, p => File.WriteAllText(p, "ffconcat version 1.0\nfile /etc/hostname\n")),
        new("a manifest.mpd", false, p => File.WriteAllText(p, "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><BaseURL>http://127.0.0.1:9/</BaseURL></MPD>")),
        new("a reference to another file.mov", null, ReferTo),
        new("a folder.mp4", false, p => Directory.CreateDirectory(p)),
        new(Awkward("quote\" -f null - -i x \""), true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
        new(Awkward("it's 100% 'own' $HOME `id` ;|&<>()[]{}*?!#~"), true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
        new(Awkward("-y -i"), true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
        new(Awkward("http:concat:a|b%03d"), true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
        new(Awkward("back\\slash\\ new\nline tab\t שלום 日本 😀"), true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
        new(new string('n', 240) + ".mp4", true, p => Make(p, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}")),
    ];

    private static string Awkward(string name) => name + ".mp4";

    private static void Make(string path, string arguments) => File.Move(Made(path, "making" + (Path.GetExtension(path) is { Length: < 6 } ending ? ending : ".mp4"), arguments), path);

    /// <summary>Made beside the file under a plain name; the folder of what is only needed for making is another one.</summary>
    private static string Made(string path, string name, string? arguments)
    {
        var folder = Path.GetDirectoryName(path)! + "-made";
        Directory.CreateDirectory(folder);
        var made = Path.Combine(folder, name);
        if (arguments is null)
        {
            File.WriteAllText(made, "note");
            return made;
        }

        return Shell.Clip(made, arguments);
    }

    private static void Cut(string path, double share, string more)
    {
        var whole = File.ReadAllBytes(Made(path, "whole.mp4", $"{Clips.Picture} {Clips.Tone} {Small} -c:a aac {more}"));
        File.WriteAllBytes(path, whole[..(int)(whole.Length * share)]);
    }

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(Made(path, "whole.mp4", $"{Clips.Picture} {Clips.Tone} {Small} -c:a aac -movflags +faststart"));
        for (var i = 3000; i < bytes.Length; i += 997)
        {
            bytes[i] ^= 0x5A;
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void Patch(string path, string name, byte[] find, byte[] put, int after = 0, int clear = 0)
    {
        var bytes = File.ReadAllBytes(Made(path, name, $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}"));
        var at = bytes.AsSpan().IndexOf(find);
        if (at < 0)
        {
            throw new InvalidOperationException($"{name} has no {Encoding.ASCII.GetString(find)} to break.");
        }

        bytes.AsSpan(at + after, clear).Clear();
        put.CopyTo(bytes, at + after);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>QuickTime's index packed with zlib, whose unpacked size is a lie of two gigabytes.</summary>
    private static byte[] PackedIndex()
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
            {
                zlib.Write(new byte[1 << 20]);
            }
        }

        byte[] data = [.. Box("dcom", "zlib"u8.ToArray()), .. Box("cmvd", [0x7F, 0xFF, 0xFF, 0xFF, .. packed.ToArray()])];
        return [.. "\0\0\0\u0014ftypqt  \0\0\0\0qt  "u8, .. Box("moov", Box("cmov", data))];
    }

    private static byte[] Box(string type, byte[] content)
    {
        var size = content.Length + 8;
        return [(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    /// <summary>A data reference that names a file elsewhere in place of "in this very file".</summary>
    private static void ReferTo(string path)
    {
        var bytes = File.ReadAllBytes(Made(path, "in.mov", $"-f lavfi -i testsrc2=s=270x480:r=30:d=1 {Small}"));
        var at = bytes.AsSpan().LastIndexOf("alis"u8);
        at = at < 0 ? bytes.AsSpan().IndexOf("url "u8) : at;
        bytes[at + 7] = 0;
        File.WriteAllBytes(path, bytes);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
