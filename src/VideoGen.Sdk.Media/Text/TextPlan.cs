namespace VideoGen.Sdk.Media.Text;

/// <summary>What of a text is shown when, and how large.</summary>
/// <param name="Cards">One after the other.</param>
/// <param name="FontSize">In pixels.</param>
internal sealed record TextPlan(IReadOnlyList<TextCard> Cards, int FontSize);
