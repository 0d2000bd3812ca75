namespace VideoGen.Sdk.Assets;

/// <summary>One object in an object store, as a listing shows it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ChangedAt">When it was last written, by the store's clock.</param>
public sealed record StoredObject(string Key, long Bytes, DateTimeOffset ChangedAt);
