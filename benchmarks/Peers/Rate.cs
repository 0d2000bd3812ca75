using System.Diagnostics;
using System.Globalization;

namespace VideoGen.Sdk.Peers;

/// <summary>How many of something were done in a second, and what one of them cost the processor of this process.</summary>
internal readonly record struct Rate(double PerSecond, TimeSpan CpuEach)
{
    /// <summary>Runs the same work by so many callers at once.</summary>
    public static async Task<Rate> OfAsync(int items, int callers, Func<int, Task> work)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => work(caller))));
        var took = TimeProvider.System.GetElapsedTime(began);
        self.Refresh();
        return new Rate(items / took.TotalSeconds, (self.TotalProcessorTime - cpu) / items);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:n0}/s ({CpuEach.TotalMicroseconds:n1} us CPU)");
}
