namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>Hears progress in the thread that tells it.</summary>
internal sealed class Listener(Action<VideoProgress>? also = null) : IProgress<VideoProgress>
{
    private readonly Lock gate = new();
    private readonly List<VideoProgress> heard = [];

    public IReadOnlyList<VideoProgress> Heard
    {
        get
        {
            lock (gate)
            {
                return [.. heard];
            }
        }
    }

    public void Report(VideoProgress value)
    {
        lock (gate)
        {
            heard.Add(value);
        }

        also?.Invoke(value);
    }
}
