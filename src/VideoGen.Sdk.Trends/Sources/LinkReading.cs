namespace VideoGen.Sdk.Trends.Sources;

/// <summary>What became of the wish to read an address.</summary>
internal abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>New bytes came.</summary>
    public sealed record Fresh(ReadOnlyMemory<byte> Body) : LinkReading;

    /// <summary>The host says that nothing has changed, or it is too soon to ask again.</summary>
    public sealed record Unchanged : LinkReading;

    /// <summary>Nothing came.</summary>
    public sealed record Failed(string Why) : LinkReading;
}
