namespace VideoGen.Sdk.Media.Running;

/// <summary>What a run said.</summary>
internal sealed record ToolOutput(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors);
