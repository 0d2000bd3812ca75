using VideoGen.Sdk.Trends;
using Xunit;

namespace VideoGen.Sdk.Contracts.Trends;

/// <summary>What every <see cref="ITrendSource"/> must do. Derive it, make one that holds at least one item in <see cref="CreateAsync"/>, and all of it is asked of yours.</summary>
public abstract class TrendSourceContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a source that can be read.</summary>
    protected abstract Task<ITrendSource> CreateAsync();

    [Fact]
    public async Task Every_item_has_an_id_a_title_and_the_name_of_its_source()
    {
        var source = await CreateAsync();
        var batch = await source.ReadAsync(Token);

        Assert.True(batch.IsRead, batch.Failure);
        Assert.Equal(source.Name, batch.Source);
        Assert.NotEmpty(batch.Items);
        Assert.All(batch.Items, item => Assert.True(item.Source == source.Name && item.Id.Length > 0 && item.Title.Length > 0, item.ToString()));
    }

    [Fact]
    public async Task A_cancelled_reading_is_cancelled()
    {
        var source = await CreateAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.ReadAsync(cancelled.Token));
    }

    [Fact]
    public async Task Many_readings_at_once_do_not_disturb_each_other()
    {
        var source = await CreateAsync();

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => source.ReadAsync(Token), Token)));

        Assert.All(batches, batch => Assert.True(batch.IsRead, batch.Failure));
        Assert.Contains(batches, batch => batch.Items.Count > 0);
    }
}
