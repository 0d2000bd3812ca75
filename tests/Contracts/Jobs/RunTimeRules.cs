using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>How long vendors take is kept by kind, the last so many.</summary>
public abstract class RunTimeRules : ManyJobsRules
{
    private static readonly RunKind Kind = new("kling", "kling-v3", VideoOperation.TextToVideo, 5);

    [Fact]
    public async Task Run_times_come_back_in_their_order_and_only_for_their_kind()
    {
        Assert.Empty(await Store.GetRunTimesAsync(Kind, Stop));
        await Store.AddRunTimeAsync(Kind, TimeSpan.FromMilliseconds(90_001), Stop);
        await Store.AddRunTimeAsync(Kind, TimeSpan.FromSeconds(60), Stop);
        RunKind[] others = [Kind with { Provider = "fal" }, Kind with { Model = "Kling-v3" }, Kind with { Operation = VideoOperation.ImageToVideo }, Kind with { Seconds = 10 }];
        foreach (var other in others)
        {
            Assert.Empty(await Store.GetRunTimesAsync(other, Stop));
            await Store.AddRunTimeAsync(other, TimeSpan.FromHours(1), Stop);
        }

        Assert.Equal([TimeSpan.FromMilliseconds(90_001), TimeSpan.FromSeconds(60)], await Store.GetRunTimesAsync(Kind, Stop));
    }

    [Fact]
    public async Task Of_many_run_times_the_last_are_kept()
    {
        for (var second = 1; second <= RunKind.Kept + 5; second++)
        {
            await Store.AddRunTimeAsync(Kind, TimeSpan.FromSeconds(second), Stop);
        }

        Assert.Equal(Enumerable.Range(6, RunKind.Kept).Select(second => TimeSpan.FromSeconds(second)), await Store.GetRunTimesAsync(Kind, Stop));
    }

    [Fact]
    public async Task Run_times_noted_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(second => Task.Run(() => Store.AddRunTimeAsync(Kind, TimeSpan.FromSeconds(second), Stop), Stop)));

        Assert.Equal(Enumerable.Range(1, 20).Select(second => TimeSpan.FromSeconds(second)), (await Store.GetRunTimesAsync(Kind, Stop)).Order());
    }
}
