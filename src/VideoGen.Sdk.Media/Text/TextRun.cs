namespace VideoGen.Sdk.Media.Text;

/// <summary>Part of a line in one font.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Font">The font.</param>
/// <param name="Offset">From the line's left end, in parts of the font size.</param>
/// <param name="Width">In parts of the font size.</param>
internal sealed record TextRun(string Text, FontFile Font, double Offset, double Width);
