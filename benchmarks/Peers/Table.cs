using System.Globalization;
using System.Runtime.InteropServices;

namespace VideoGen.Sdk.Peers;

/// <summary>Measures row by row and prints one table of Markdown: rates, and how many times the store's first row each is.</summary>
internal static class Table
{
    public static async Task PrintAsync(IEnumerable<Row> rows)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, load {Load()}"));
        Console.WriteLine();
        Console.WriteLine("| Store | Who | Per second | CPU of a job, this process | Times the first of its store |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
        var firsts = new Dictionary<string, double>();
        foreach (var row in rows)
        {
            try
            {
                var rate = await row.MeasureAsync();
                firsts.TryAdd(row.Store, rate.PerSecond);
                var cpu = rate.CpuEach > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{rate.CpuEach.TotalMicroseconds:n1} µs") : "–";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Store} | {row.Name} | {rate.PerSecond:n0} | {cpu} | {rate.PerSecond / firsts[row.Store]:n2} |"));
            }
            catch (Exception exception)
            {
                // A peer that does not run here is said so and costs nobody else its line.
                Console.WriteLine($"| {row.Store} | {row.Name} | did not run: {exception.Message.ReplaceLineEndings(" ")} | – | – |");
            }
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
