using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>The <c>cmap</c> table: which glyph writes which character. Formats 4 and 12 are what fonts of this century carry.</summary>
internal sealed class FontCharacters
{
    private readonly FontTables tables;
    private readonly int format4;
    private readonly int format12;

    private FontCharacters(FontTables tables, int format4, int format12)
    {
        this.tables = tables;
        this.format4 = format4;
        this.format12 = format12;
    }

    public static FontCharacters? Read(FontTables tables)
    {
        if (tables.Find("cmap") is not { } cmap)
        {
            return null;
        }

        int four = 0, twelve = 0;
        for (var i = 0; i < tables.U16(cmap + 2); i++)
        {
            var entry = cmap + 4 + (8 * i);
            var (platform, encoding) = (tables.U16(entry), tables.U16(entry + 2));
            if (platform != 0 && !(platform == 3 && encoding is 1 or 10))
            {
                continue;
            }

            var at = cmap + (int)tables.U32(entry + 4);
            switch (tables.U16(at))
            {
                case 4:
                    four = at;
                    break;
                case 12:
                    twelve = at;
                    break;
            }
        }

        return four == 0 && twelve == 0 ? null : new FontCharacters(tables, four, twelve);
    }

    /// <summary>The glyph's number; 0 when the font cannot write it.</summary>
    public int GlyphOf(Rune rune) => format12 != 0 ? In12((uint)rune.Value) : rune.IsBmp ? In4(rune.Value) : 0;

    private int In12(uint code)
    {
        int low = 0, high = (int)tables.U32(format12 + 12) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = format12 + 16 + (12 * middle);
            if (code < tables.U32(group))
            {
                high = middle - 1;
            }
            else if (code > tables.U32(group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return (int)(tables.U32(group + 8) + code - tables.U32(group));
            }
        }

        return 0;
    }

    private int In4(int code)
    {
        var twice = tables.U16(format4 + 6);
        var ends = format4 + 14;
        for (var i = 0; i < twice; i += 2)
        {
            if (code > tables.U16(ends + i))
            {
                continue;
            }

            var start = tables.U16(ends + twice + 2 + i);
            if (code < start)
            {
                return 0;
            }

            var delta = tables.U16(ends + (2 * twice) + 2 + i);
            var rangeAt = ends + (3 * twice) + 2 + i;
            var range = tables.U16(rangeAt);
            if (range == 0)
            {
                return (code + delta) & 0xFFFF;
            }

            var glyph = tables.U16(rangeAt + range + (2 * (code - start)));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }
}
