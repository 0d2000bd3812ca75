namespace VideoGen.Sdk.Trends.Prompts;

/// <summary>A text fit for a prompt.</summary>
/// <param name="Text">What stayed; may be empty.</param>
/// <param name="Notes">What was taken out or cut; never the words themselves.</param>
public sealed record CleanText(string Text, IReadOnlyList<string> Notes);
