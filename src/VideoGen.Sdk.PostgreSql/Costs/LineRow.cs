using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>A line as read: where it lies, and what it needs beside the fold.</summary>
internal sealed record LineRow(long Row, TimeSpan LongestRun, AttemptLine Line);
