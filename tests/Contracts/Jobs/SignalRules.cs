using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Wishes from outside: they live apart and never move the version.</summary>
public abstract class SignalRules : CallbackRules
{
    [Fact]
    public async Task A_signal_never_moves_the_version()
    {
        var stored = await Owned("a");

        Assert.True(await Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop));
        Assert.True(await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop));
        Assert.Equal(stored.Stamp, (await Found(stored.Job.Id)).Stamp);
        await Saved(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task Signals_that_come_with_a_save_are_no_older_than_it()
    {
        var stored = await Owned("a");
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop);

        var saved = Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(stored.Job with { Stage = "Submit" }, stored.Stamp, true, Stop));

        Assert.Equal(await Store.GetSignalsAsync(stored.Job.Id, Stop), saved.Signals ?? await Store.GetSignalsAsync(stored.Job.Id, Stop));
    }

    [Fact]
    public async Task The_first_cancel_counts_and_the_last_wake()
    {
        var stored = await Created(Some.Job());
        Assert.Equal(new JobSignals(), await Store.GetSignalsAsync(stored.Job.Id, Stop));

        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop);
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop);
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop);

        Assert.Equal(new JobSignals { CancelAskedAt = Start, WokenAt = Start.AddMinutes(1) }, await Store.GetSignalsAsync(stored.Job.Id, Stop));
    }

    [Fact]
    public async Task Two_wakes_in_one_instant_are_two()
    {
        var stored = await Created(Some.Job());
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop);
        var first = await Store.GetSignalsAsync(stored.Job.Id, Stop);

        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop);

        Assert.True((await Store.GetSignalsAsync(stored.Job.Id, Stop)).WokenAt > first.WokenAt);
    }

    [Fact]
    public async Task One_kind_of_signal_leaves_the_other_alone()
    {
        var stored = await Created(Some.Job());
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop);

        Assert.Equal(new JobSignals { WokenAt = Start }, await Store.GetSignalsAsync(stored.Job.Id, Stop));
    }

    [Fact]
    public async Task The_signals_of_many_jobs_are_those_of_each()
    {
        var (cancelled, woken, calm) = (await Created(Some.Job("a")), await Created(Some.Job("b")), await Created(Some.Job("c")));
        await Store.SignalAsync(cancelled.Job.Id, JobSignalKind.Cancel, Stop);
        await Store.SignalAsync(woken.Job.Id, JobSignalKind.Wake, Stop);

        var found = await Store.GetSignalsAsync([cancelled.Job.Id, calm.Job.Id, "nobody", woken.Job.Id], Stop);

        Assert.Equal(new JobSignals { CancelAskedAt = Start }, found[cancelled.Job.Id]);
        Assert.Equal(new JobSignals { WokenAt = Start }, found[woken.Job.Id]);
        Assert.All([calm.Job.Id, "nobody"], jobId => Assert.Equal(new JobSignals(), found.GetValueOrDefault(jobId) ?? new JobSignals()));
        Assert.Empty(await Store.GetSignalsAsync([], Stop));
    }

    [Fact]
    public async Task A_signal_to_an_unknown_job_is_answered_with_no()
    {
        Assert.False(await Store.SignalAsync("nobody", JobSignalKind.Cancel, Stop));
        Assert.Equal(new JobSignals(), await Store.GetSignalsAsync("nobody", Stop));
    }
}
