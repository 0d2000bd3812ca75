using Microsoft.Extensions.Time.Testing;

namespace VideoGen.Sdk.Contracts;

/// <summary>
/// A clock on which timers ring only in the hands of whoever lets time pass. The library's own rings them for whoever looks at the clock in that moment as well: a store that looks at it
/// inside a lock or between two statements would then run other people's code there, and wait for itself for ever.
/// </summary>
public class StandingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    /// <summary>Lets time pass and rings, on this thread, every timer that is due then.</summary>
    public new void Advance(TimeSpan delta)
    {
        Interlocked.Add(ref ticks, delta.Ticks);
        base.Advance(delta);
    }

    /// <summary>Moves to a later time and rings, on this thread, every timer that is due then.</summary>
    public new void SetUtcNow(DateTimeOffset value) => Advance(value - GetUtcNow());
}
