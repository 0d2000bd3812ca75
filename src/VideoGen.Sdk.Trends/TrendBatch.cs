namespace VideoGen.Sdk.Trends;

/// <summary>What one reading of a source brought.</summary>
public sealed record TrendBatch
{
    /// <summary>The source's name.</summary>
    public required string Source { get; init; }

    /// <summary>What it holds; empty when it could not be read.</summary>
    public IReadOnlyList<TrendItem> Items { get; init => field = value ?? []; } = [];

    /// <summary>What it holds and nobody can use.</summary>
    public IReadOnlyList<LeftOutItem> LeftOut { get; init => field = value ?? []; } = [];

    /// <summary>Why it could not be read, in words without address or key; null when it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether nothing has changed since the last reading.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Whether it was read.</summary>
    public bool IsRead => Failure is null;
}
