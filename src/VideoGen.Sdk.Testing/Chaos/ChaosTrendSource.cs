using VideoGen.Sdk.Trends;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A source of trends as one simulated process sees it. Its one point is <c>trends.Read</c>; it fails with <see cref="HttpRequestException"/>, as a source that does not keep its promise.</summary>
/// <param name="inner">The source.</param>
/// <param name="process">The process.</param>
public sealed class ChaosTrendSource(ITrendSource inner, ChaosProcess process) : ITrendSource
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default) => process.CallAsync(
        "trends.Read", () => inner.ReadAsync(cancellationToken), isDone => new HttpRequestException(isDone ? "simulated: the source's answer was lost" : "simulated: the source cannot be reached"));
}
