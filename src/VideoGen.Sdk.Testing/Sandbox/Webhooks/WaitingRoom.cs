using System.Collections.Concurrent;

namespace VideoGen.Sdk.Testing.Sandbox.Webhooks;

/// <summary>Holds letters back until the vendor's next one has gone out, so that they arrive in the wrong order.</summary>
internal sealed class WaitingRoom(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TaskCompletionSource>> _seats = new();

    /// <summary>Waits for the next letter, or for the given time when none follows.</summary>
    public async Task WaitAsync(string vendor, TimeSpan longest, CancellationToken cancellationToken)
    {
        var seat = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _seats.GetOrAdd(vendor, _ => new ConcurrentQueue<TaskCompletionSource>()).Enqueue(seat);
        await Task.WhenAny(seat.Task, Task.Delay(longest, clock, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void LetThrough(string vendor)
    {
        while (_seats.TryGetValue(vendor, out var seats) && seats.TryDequeue(out var seat))
        {
            seat.TrySetResult();
        }
    }
}
