namespace VideoGen.Sdk.Peers;

/// <summary>How many of something are done in a second.</summary>
internal static class Rate
{
    /// <summary>Runs the same work by so many callers at once.</summary>
    public static async Task<double> OfAsync(int items, int callers, Func<int, Task> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => work(caller))));
        return items / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }
}
