using System.Buffers.Binary;

namespace VideoGen.Sdk.Media.Text;

/// <summary>The tables of a font file by name. Reads past the end throw <see cref="ArgumentException"/>, so that a damaged font is simply not used.</summary>
internal sealed class FontTables
{
    private const uint Collection = 0x74746366; // ttcf

    private readonly byte[] bytes;
    private readonly Dictionary<uint, int> offsets = [];

    private FontTables(byte[] bytes) => this.bytes = bytes;

    public static FontTables? Read(byte[] bytes)
    {
        var tables = new FontTables(bytes);
        var start = tables.U32(0) == Collection ? (int)tables.U32(12) : 0;
        if (tables.U32(start) is not (0x00010000 or 0x4F54544F or 0x74727565))
        {
            return null;
        }

        for (var i = 0; i < tables.U16(start + 4); i++)
        {
            var entry = start + 12 + (16 * i);
            tables.offsets[tables.U32(entry)] = (int)tables.U32(entry + 8);
        }

        return tables;
    }

    /// <summary>Where a table begins, named by its four letters; null when there is none.</summary>
    public int? Find(string tag) => offsets.TryGetValue(BinaryPrimitives.ReadUInt32BigEndian([(byte)tag[0], (byte)tag[1], (byte)tag[2], (byte)tag[3]]), out var at) ? at : null;

    public int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    public int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
