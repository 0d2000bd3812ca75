namespace VideoGen.Sdk.Assets;

/// <summary>A small object's whole content with the tag that it had when it was read.</summary>
/// <param name="Json">The content.</param>
/// <param name="Tag">The store's entity tag, for a later conditional write.</param>
public sealed record TaggedFacts(ReadOnlyMemory<byte> Json, string Tag);
