using System.Text;

namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>One track whose samples lie in the file as a single chunk.</summary>
internal sealed record Track
{
    public const uint MovieTimescale = 24000;

    public required uint Id { get; init; }
    public required uint Timescale { get; init; }
    public required uint SampleTicks { get; init; }
    public required byte[][] Samples { get; init; }
    public required byte[] Description { get; init; }
    public int[]? KeySamples { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }

    public bool IsSound => KeySamples is null;
    public uint Bytes => (uint)Samples.Sum(sample => sample.Length);
    public uint Duration => SampleTicks * (uint)Samples.Length;
    public uint MovieDuration => (uint)((ulong)Duration * MovieTimescale / Timescale);

    public byte[] Write(uint chunkOffset) => Box.Of("trak", Header(), Box.Of("mdia", MediaHeader(), Handler(), MediaFacts(chunkOffset)));

    private byte[] Header() => Box.Of(
        "tkhd",
        Box.U32(7, 0, 0, Id, 0, MovieDuration, 0, 0),
        Box.U16(0, 0, (ushort)(IsSound ? 0x100 : 0), 0),
        Box.Matrix(),
        Box.U32((uint)Width << 16, (uint)Height << 16));

    private byte[] MediaHeader() => Box.Of("mdhd", Box.U32(0, 0, 0, Timescale, Duration), Box.U16(0x55C4, 0));

    private byte[] Handler() => Box.Of("hdlr", Box.U32(0, 0), Encoding.ASCII.GetBytes(IsSound ? "soun" : "vide"), Box.Zeros(13));

    private byte[] MediaFacts(uint chunkOffset) => Box.Of(
        "minf",
        IsSound ? Box.Of("smhd", Box.Zeros(8)) : Box.Of("vmhd", Box.U32(1), Box.Zeros(8)),
        Box.Of("dinf", Box.Of("dref", Box.U32(0, 1), Box.Of("url ", Box.U32(1)))),
        Box.Of("stbl", Tables(chunkOffset)));

    private byte[] Tables(uint chunkOffset)
    {
        var count = (uint)Samples.Length;
        var keys = KeySamples is null ? [] : Box.Of("stss", Box.U32([0, (uint)KeySamples.Length, .. KeySamples.Select(key => (uint)key)]));
        return Box.Join(
            Box.Of("stsd", Box.U32(0, 1), Description),
            Box.Of("stts", Box.U32(0, 1, count, SampleTicks)),
            keys,
            Box.Of("stsc", Box.U32(0, 1, 1, count, 1)),
            Box.Of("stsz", Box.U32([0, 0, count, .. Samples.Select(sample => (uint)sample.Length)])),
            Box.Of("stco", Box.U32(0, 1, chunkOffset)));
    }
}
