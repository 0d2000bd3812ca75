namespace VideoGen.Sdk.Media.Text;

/// <summary>The <c>hmtx</c> table: how far each glyph moves the pen.</summary>
internal sealed class FontWidths
{
    private readonly FontTables tables;
    private readonly int metrics;
    private readonly int count;
    private readonly double unitsPerEm;

    private FontWidths(FontTables tables, int metrics, int count, double unitsPerEm)
    {
        this.tables = tables;
        this.metrics = metrics;
        this.count = count;
        this.unitsPerEm = unitsPerEm;
    }

    public static FontWidths? Read(FontTables tables)
    {
        if (tables.Find("head") is not { } head || tables.Find("hhea") is not { } hhea || tables.Find("hmtx") is not { } hmtx)
        {
            return null;
        }

        var count = tables.U16(hhea + 34);
        var units = tables.U16(head + 18);
        return count == 0 || units == 0 ? null : new FontWidths(tables, hmtx, count, units);
    }

    /// <summary>In parts of the font size. Glyphs after the last listed one are as wide as that.</summary>
    public double Of(int glyph) => tables.U16(metrics + (4 * Math.Min(glyph, count - 1))) / unitsPerEm;
}
