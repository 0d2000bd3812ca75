namespace Optimise;

/// <summary>The file that was written.</summary>
internal sealed record OutputFacts(string Path, long Bytes, double Seconds, int Width, int Height);
