namespace VideoGen.Sdk.Workflow;

/// <summary>What this process registers as: <c>inline</c> or <c>worker</c>.</summary>
internal sealed record OwnerKind(string Name);
