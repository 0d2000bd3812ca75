namespace VideoGen.Sdk.Media.Text;

/// <summary>Lines that are shown together.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="From">When they come, in seconds.</param>
/// <param name="Until">When they are gone, in seconds.</param>
internal sealed record TextCard(IReadOnlyList<TextLine> Lines, double From, double Until);
