namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Turns the bytes of a source into items.</summary>
/// <param name="source">Name of the source.</param>
/// <param name="body">All bytes.</param>
/// <param name="most">Most items.</param>
/// <param name="now">When they were read.</param>
internal delegate TrendBatch SourceContent(string source, ReadOnlyMemory<byte> body, int most, DateTimeOffset now);
