namespace VideoGen.Sdk.Trends.Text;

/// <summary>One word of a title, folded to a number: case, accents and plural are gone.</summary>
/// <param name="Hash">The number.</param>
/// <param name="IsFixed">It holds a digit or negates: no two titles are the same that differ in it.</param>
/// <param name="IsStop">It says nothing by itself.</param>
internal readonly record struct Word(ulong Hash, bool IsFixed, bool IsStop);
