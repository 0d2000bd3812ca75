namespace VideoGen.Sdk.Media.Text;

/// <summary>A piece of text that is not broken, in one font.</summary>
/// <param name="Text">Only characters that <paramref name="Font"/> can write.</param>
/// <param name="Font">The font.</param>
/// <param name="Width">In parts of the font size.</param>
/// <param name="HasSpaceBefore">Whether a space parts it from the one before.</param>
internal sealed record TextWord(string Text, FontFile Font, double Width, bool HasSpaceBefore);
