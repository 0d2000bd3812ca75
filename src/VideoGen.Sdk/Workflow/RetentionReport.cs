namespace VideoGen.Sdk.Workflow;

/// <summary>What one run of <see cref="AssetRetention"/> did.</summary>
/// <param name="Jobs">Ended jobs whose files were removed.</param>
/// <param name="Bytes">Length of the removed videos.</param>
/// <param name="KeptBytes">Length of the videos of ended jobs that stay.</param>
public sealed record RetentionReport(int Jobs, long Bytes, long KeptBytes);
