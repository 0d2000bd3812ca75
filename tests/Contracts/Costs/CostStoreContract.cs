using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>What every <see cref="ICostStore"/> must do. Derive it, make an empty store in <see cref="CreateAsync"/>, and all of it is asked of yours.</summary>
public abstract partial class CostStoreContract : IAsyncLifetime
{
    /// <summary>Tuesday 10 March 2026, 09:00 UTC; only tests move it.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The store under test.</summary>
    protected ICostStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty store that takes its time from this clock. Called by several tests at once.</summary>
    protected abstract Task<ICostStore> CreateAsync(FakeTimeProvider clock);

    public async ValueTask InitializeAsync() => Store = await CreateAsync(Clock);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<AttemptLine> HoldAsync(HoldRequest request) =>
        Assert.IsType<HoldResult.Held>(await Store.HoldAsync(request, Token)).Line;

    protected async Task<IReadOnlyList<LimitRefusal>> RefusalsAsync(HoldRequest request) =>
        Assert.IsType<HoldResult.Refused>(await Store.HoldAsync(request, Token)).Refusals;

    protected async Task<LimitRefusal> RefusalAsync(HoldRequest request) => Assert.Single(await RefusalsAsync(request));

    protected Task<AttemptLine> StartAsync(AttemptKey key) => Store.StartAsync(key, Token);

    protected Task<AttemptLine> RaiseAsync(AttemptKey key, decimal usd) => Store.RaiseAsync(key, usd, "the vendor asks for more", Token);

    protected Task<AttemptLine> SettleAsync(AttemptKey key, decimal usd, AttemptOutcome outcome = AttemptOutcome.Succeeded) =>
        Store.SettleAsync(key, new Settlement { ChargeUsd = usd, Outcome = outcome, Source = ChargeSource.Vendor, RemoteId = "remote-" + key.JobId }, Token);

    protected Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome) => Store.ReleaseAsync(key, outcome, "it ended", Token);

    protected Task<AttemptLine> DoubtAsync(AttemptKey key) => Store.MarkUnverifiedAsync(key, "the answer was lost", Token);

    protected Task<AttemptLine> VerifyAsync(AttemptKey key) => Store.MarkVerifiedAsync(key, "found-" + key.JobId, Token);

    protected Task<AttemptLine> CorrectAsync(AttemptKey key, decimal usd, ChargeSource source = ChargeSource.Vendor) =>
        Store.CorrectAsync(key, usd, source, "the invoice says so", Token);

    protected async Task<AttemptLine> FindAsync(AttemptKey key) => Assert.IsType<AttemptLine>(await Store.FindAsync(key, Token));

    protected Task<List<LedgerEntry>> EntriesAsync(LedgerQuery? query = null) =>
        Store.EntriesAsync(query ?? new LedgerQuery(), Token).ToListAsync(Token).AsTask();

    protected async Task<string[]> JobsAsync(LedgerQuery query) =>
        [.. (await Store.ListAsync(query, Token).ToListAsync(Token)).Select(line => line.Key.JobId)];

    protected async Task<bool> FitsAsync(HoldRequest request) => (await Store.CheckAsync([request], Token))[0].Count == 0;
}
