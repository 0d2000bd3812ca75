using System.Buffers.Binary;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>Walks the boxes of an MP4 or MOV. Every size in it may be a lie: nothing is allocated by it and nothing is followed past its parent.</summary>
internal sealed class BoxWalker
{
    private const int MostBoxes = 20_000;

    private static readonly byte[] ProvenanceId = [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[16];
    private int boxes;
    private long moov = -1;
    private long mdat = -1;
    private bool editList;
    private bool provenance;

    private BoxWalker(Stream stream) => this.stream = stream;

    public static BoxFacts Walk(string path)
    {
        using var file = File.OpenRead(path);
        return Walk(file);
    }

    public static BoxFacts Walk(Stream stream)
    {
        var walker = new BoxWalker(stream);
        var whole = walker.Level(0, stream.Length, isTop: true);
        return new BoxFacts
        {
            IsIndexFirst = walker.moov >= 0 && (walker.mdat < 0 || walker.moov < walker.mdat),
            HasEditList = walker.editList,
            HasProvenance = walker.provenance,
            IsWhole = whole && walker.moov >= 0,
        };
    }

    private bool Level(long from, long to, bool isTop)
    {
        var position = from;
        while (position + 8 <= to)
        {
            if (++boxes > MostBoxes || !ReadAt(position, 8))
            {
                return false;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(buffer);
            var type = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(4));
            var header = 8;
            if (size == 1)
            {
                if (!ReadAt(position + 8, 8))
                {
                    return false;
                }

                size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(buffer), long.MaxValue);
                header = 16;
            }
            else if (size == 0)
            {
                size = to - position;
            }

            if (size < header || size > to - position || !Visit(type, position, position + header, position + size, isTop))
            {
                return false;
            }

            position += size;
        }

        return true;
    }

    private bool Visit(uint type, long start, long content, long end, bool isTop)
    {
        switch (type)
        {
            case 0x6D6F6F76 when isTop: // moov
                moov = moov < 0 ? start : moov;
                return Level(content, end, isTop: false);
            case 0x6D646174 when isTop: // mdat
                mdat = mdat < 0 ? start : mdat;
                return true;
            case 0x75756964 when isTop: // uuid
                provenance |= end - content >= 16 && ReadAt(content, 16) && buffer.AsSpan().SequenceEqual(ProvenanceId);
                return true;
            case 0x7472616B or 0x65647473 when !isTop: // trak, edts
                return Level(content, end, isTop: false);
            case 0x656C7374 when !isTop: // elst
                editList |= Shifts(content, end);
                return true;
            default:
                return true;
        }
    }

    private bool Shifts(long content, long end)
    {
        if (end - content < 8 || !ReadAt(content, 8))
        {
            return true;
        }

        var isLong = buffer[0] == 1;
        var count = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(4));
        if (count != 1)
        {
            return count > 1;
        }

        // One entry: duration, then media time, each 4 or (version 1) 8 bytes.
        var width = isLong ? 8 : 4;
        if (end - content < 8 + (2 * width) || !ReadAt(content + 8 + width, width))
        {
            return true;
        }

        return isLong ? BinaryPrimitives.ReadInt64BigEndian(buffer) != 0 : BinaryPrimitives.ReadInt32BigEndian(buffer) != 0;
    }

    private bool ReadAt(long position, int count)
    {
        stream.Position = position;
        return stream.ReadAtLeast(buffer.AsSpan(0, count), count, throwOnEndOfStream: false) == count;
    }
}
