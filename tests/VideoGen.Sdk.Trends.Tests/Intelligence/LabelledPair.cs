namespace VideoGen.Sdk.Trends.Tests.Intelligence;

/// <summary>Two titles and where they come from.</summary>
/// <param name="One">A title.</param>
/// <param name="Other">What was made of it.</param>
/// <param name="Origin">How it was made.</param>
/// <param name="IsSame">Whether both are one trend.</param>
internal sealed record LabelledPair(string One, string Other, string Origin, bool IsSame);
