namespace VideoGen.Sdk.Workflow;

/// <summary>One who listens to a run. What is told out of turn is left out: who joins hears the latest step from the joining caller and the next ones from the run, in whichever order those two threads come.</summary>
internal sealed class RunListener(IProgress<VideoProgress> progress)
{
    private readonly Lock turn = new();
    private long heard;

    /// <summary>Tells one step of the run, unless a later one was told already.</summary>
    public void Tell(VideoProgress step, long number)
    {
        lock (turn)
        {
            if (number > heard)
            {
                heard = number;
                progress.Report(step);
            }
        }
    }
}
