using VideoGen.Sdk.Trends.Intelligence;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends;

/// <summary>Looks at every source at once, ranks what they hold and chooses the best. A source that fails, whatever it throws, is one line in the findings. Free; safe for use by many threads at once.</summary>
public sealed class TrendScout
{
    private readonly ConfiguredSources sources;
    private readonly ViralIntelligence intelligence;

    internal TrendScout(ConfiguredSources sources, ViralIntelligence intelligence) => (this.sources, this.intelligence) = (sources, intelligence);

    /// <summary>Looks once.</summary>
    /// <param name="top">How many to choose, 0 to 100. Default 3.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <exception cref="StoreException">History or engagement cannot be read or written.</exception>
    public async Task<TrendFindings> LookAsync(int top = 3, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top, 100);
        var batches = await Task.WhenAll(sources.All.Select(source => ReadAsync(source, cancellationToken))).ConfigureAwait(false);
        var ranking = await intelligence.RankAsync([.. batches.SelectMany(batch => batch.Items)], cancellationToken).ConfigureAwait(false);
        var choice = new TrendChoice(ranking.Trends);
        var chosen = new List<Trend>();
        while (chosen.Count < top && choice.Next() is { } trend)
        {
            chosen.Add(trend);
            choice.Take();
        }

        return new TrendFindings { Batches = batches, Ranking = ranking, Chosen = chosen, PassedOver = choice.PassedOver };
    }

    // Somebody else's source may throw anything, and the others must not suffer for it. The kind is told, the message may hold an address.
    private static async Task<TrendBatch> ReadAsync(ITrendSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new TrendBatch { Source = source.Name, Failure = $"it failed with {e.GetType().Name}" };
        }
    }
}
