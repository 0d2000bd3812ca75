using System.Collections.Concurrent;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Progress without a synchronisation context; lets a test wait for the first word of a running process.</summary>
internal sealed class SharesSeen : IProgress<double>
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<double> All { get; } = [];

    public Task First => first.Task;

    public void Report(double value)
    {
        All.Enqueue(value);
        first.TrySetResult();
    }
}
