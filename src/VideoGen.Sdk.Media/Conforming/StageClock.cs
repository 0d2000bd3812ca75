using System.Diagnostics;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Adds up where the time goes.</summary>
internal sealed class StageClock
{
    private readonly Stopwatch total = Stopwatch.StartNew();
    private TimeSpan probe;
    private TimeSpan loudness;
    private TimeSpan encode;

    public Task<T> ProbeAsync<T>(Func<Task<T>> work) => TimedAsync(work, took => probe += took);

    public Task<T> LoudnessAsync<T>(Func<Task<T>> work) => TimedAsync(work, took => loudness += took);

    public Task<T> EncodeAsync<T>(Func<Task<T>> work) => TimedAsync(work, took => encode += took);

    public Task EncodeAsync(Func<Task> work) => EncodeAsync(async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    public ConformTimings Read() => new() { Probe = probe, Loudness = loudness, Encode = encode, Total = total.Elapsed };

    private static async Task<T> TimedAsync<T>(Func<Task<T>> work, Action<TimeSpan> add)
    {
        var watch = Stopwatch.StartNew();
        var result = await work().ConfigureAwait(false);
        add(watch.Elapsed);
        return result;
    }
}
