using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Adds up where the time goes.</summary>
internal sealed class StageClock
{
    private readonly long began = TimeProvider.System.GetTimestamp();
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

    public ConformTimings Read() => new() { Probe = probe, Loudness = loudness, Encode = encode, Total = TimeProvider.System.GetElapsedTime(began) };

    private static async Task<T> TimedAsync<T>(Func<Task<T>> work, Action<TimeSpan> add)
    {
        var before = TimeProvider.System.GetTimestamp();
        var result = await work().ConfigureAwait(false);
        add(TimeProvider.System.GetElapsedTime(before));
        return result;
    }
}
