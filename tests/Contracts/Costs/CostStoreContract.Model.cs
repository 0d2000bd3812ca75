using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    private static readonly Gen<CostCall> Call = Gen.Select(
        Gen.Frequency((5, Gen.Const(0)), (3, Gen.Const(1)), (8, Gen.Int[2, 7]), (3, Gen.Const(8)), (2, Gen.Const(9))),
        Gen.Int[0, 4], Gen.Int[1, 3], Gen.Frequency((1, Gen.Const(0)), (8, Gen.Int[1, 5_000_000])), Gen.Int[0, (1 << 16) - 1],
        (kind, job, number, micro, dice) => new CostCall((CostCallKind)kind, job, number, micro, dice));

    /// <summary>How many generated sequences are played; a store with a disk under it takes fewer.</summary>
    protected virtual long ModelRuns => 400;

    [Fact]
    public Task Any_sequence_of_calls_agrees_with_a_simple_model() => Call.Array[1, 60].SampleAsync(PlayAsync, iter: ModelRuns, threads: 1);

    private async Task PlayAsync(CostCall[] calls)
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        var store = await CreateAsync(clock);
        var model = new CostModel(clock);
        foreach (var call in calls)
        {
            await PlayAsync(store, model, call, clock);
            foreach (var probe in CostCall.Probes)
            {
                Assert.Equal(model.RefusalsOf(probe), (await store.CheckAsync([probe], Token))[0]);
            }
        }

        foreach (var line in await store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token))
        {
            Assert.Equal(model.FoldOf(line.Key), EntryFold.Of(line));
            Assert.Equal(EntryFold.Of(line), EntryFold.Of(await store.EntriesAsync(new LedgerQuery { JobId = line.Key.JobId }, Token)
                .Where(entry => entry.Key == line.Key).ToListAsync(Token)));
        }

        await ((store as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task PlayAsync(ICostStore store, CostModel model, CostCall call, FakeTimeProvider clock)
    {
        if (call.Kind is CostCallKind.Wait)
        {
            clock.Advance(call.Wait);
        }
        else if (call.Kind is CostCallKind.Hold)
        {
            var expected = model.Hold(call.Request);
            var result = await store.HoldAsync(call.Request, Token);
            Assert.Equal(expected, (result as HoldResult.Refused)?.Refusals ?? []);
        }
        else
        {
            var isAllowed = model.Step(call);
            var thrown = await Record.ExceptionAsync(() => call.StepAsync(store, Token));
            Assert.Equal(isAllowed, thrown is null);
            Assert.True(thrown is null or InvalidOperationException, thrown?.ToString());
        }
    }
}
