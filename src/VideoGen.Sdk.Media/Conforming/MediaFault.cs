namespace VideoGen.Sdk.Media.Conforming;

/// <summary>One point in which a file does not fit.</summary>
internal sealed record MediaFault(FaultKind Kind, string Text);
