namespace VideoGen.Sdk.Peers.Others;

/// <summary>Tells when so many jobs were run.</summary>
internal sealed class Countdown
{
    private TaskCompletionSource all = new();
    private int left;

    public Task Begin(int jobs)
    {
        (left, all) = (jobs, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return all.Task;
    }

    public void Done()
    {
        if (Interlocked.Decrement(ref left) == 0)
        {
            all.SetResult();
        }
    }
}
