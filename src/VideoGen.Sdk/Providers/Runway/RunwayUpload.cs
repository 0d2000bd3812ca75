namespace VideoGen.Sdk.Providers.Runway;

/// <summary>A file at Runway that requests may refer to.</summary>
/// <param name="Address">Its <c>runway://</c> address.</param>
/// <param name="ExpiresAt">When Runway forgets it: 24 hours after the upload, less a margin for the way.</param>
public sealed record RunwayUpload(Uri Address, DateTimeOffset ExpiresAt);
