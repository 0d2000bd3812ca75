using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>What a font can write and how wide: ffmpeg's drawtext uses one font, writes a box for what it lacks, and does not wrap.</summary>
internal sealed class FontFile
{
    private readonly FontCharacters characters;
    private readonly FontWidths widths;

    private FontFile(string path, FontCharacters characters, FontWidths widths)
    {
        Path = path;
        this.characters = characters;
        this.widths = widths;
    }

    public string Path { get; }

    /// <summary>Reads a TrueType or OpenType font, or the first one of a collection; null when it is none or is damaged.</summary>
    public static FontFile? Read(string path)
    {
        try
        {
            var tables = FontTables.Read(File.ReadAllBytes(path));
            return tables is not null && FontCharacters.Read(tables) is { } characters && FontWidths.Read(tables) is { } widths
                ? new FontFile(path, characters, widths)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    public bool CanWrite(Rune rune) => characters.GlyphOf(rune) != 0;

    /// <summary>Width of a text in parts of the font size. Kerning and ligatures are left out: they only make it narrower.</summary>
    public double WidthOf(string text)
    {
        var sum = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += widths.Of(characters.GlyphOf(rune));
        }

        return sum;
    }
}
