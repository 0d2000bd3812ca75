namespace VideoGen.Sdk.Trends;

/// <summary>Tells what people talk about now.</summary>
/// <remarks>
/// Implementers MUST return a batch with <see cref="TrendBatch.Failure"/> instead of throwing when the source is down, slow, too large or unreadable: one bad source never ends a run.
/// MUST leave a bad item out with a reason and keep the others. MUST throw only <see cref="OperationCanceledException"/>, and only when the token was cancelled.
/// MUST name no key and no query of an address in a reason. MUST be safe for use by many threads at once.
/// </remarks>
public interface ITrendSource
{
    /// <summary>Its name in reports and scores; two sources of one name count as one.</summary>
    string Name { get; }

    /// <summary>Reads what the source holds now. An unchanged source returns what it held before, so that a trend keeps its sources.</summary>
    Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default);
}
