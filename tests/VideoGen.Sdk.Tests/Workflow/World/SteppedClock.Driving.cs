namespace VideoGen.Sdk.Tests.Workflow.World;

/// <content>Letting time pass for others.</content>
internal sealed partial class SteppedClock
{
    /// <summary>Asked before each step: whether somebody who is no work of the test's own is busy, so that time must stand.</summary>
    public Func<Task<bool>> IsSomebodyBusy { get; set; } = () => Task.FromResult(false);

    /// <summary>Lets time pass whenever everyone sleeps, until the work is done. Others that run beside it are named, so that time waits for them too.</summary>
    public async Task<T> DriveAsync<T>(Task<T> work, params Task[] others)
    {
        await DriveAsync(() => work.IsCompleted, [work, .. others], work);
        return await work;
    }

    /// <summary>Lets time pass for something that ends, whoever else is awake.</summary>
    public async Task DriveToEndAsync(Task ending)
    {
        IsSomebodyBusy = () => Task.FromResult(false);
        await DriveAsync(() => ending.IsCompleted, [ending], ending);
        await ending;
    }

    /// <summary>Lets time pass whenever everyone sleeps, until the work has come to a point.</summary>
    public async Task DriveToAsync(Task point, params Task[] works)
    {
        await DriveAsync(() => point.IsCompleted || works.All(w => w.IsCompleted), works, point);
        Assert.True(point.IsCompleted, $"the work ended before it: {works[0].Exception?.InnerException}");
    }

    private async Task DriveAsync(Func<bool> isDone, Task[] works, Task end)
    {
        for (var step = 0; !isDone(); step++)
        {
            Assert.True(step < 20_000, "the work never ends");
            await Turns.UntilAsync(async () => isDone() || !await IsSomebodyBusy());
            if (isDone())
            {
                return;
            }

            var next = NextSleeper;
            var running = works.Where(w => !w.IsCompleted).ToList();
            if (Sleepers < Math.Max(1, running.Count) || !StepToFirst())
            {
                await Task.WhenAny([.. running, next, end]);
            }
        }
    }
}
