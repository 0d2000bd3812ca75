using System.Diagnostics;
using System.Globalization;

namespace VideoGen.Sdk.Benchmarks.Downloads;

/// <summary>Interleaved pairs of ours and a hand-written download to a file with SHA-256, over loopback. Linux only: the growth is read from /proc.</summary>
internal static class DownloadComparison
{
    private const long SmallBytes = 64_000_000;

    public static async Task RunAsync(long gigabytes, int pairs)
    {
        using var small = Start("serve", SmallBytes.ToString(CultureInfo.InvariantCulture));
        using var large = Start("serve", (gigabytes * 1_000_000_000).ToString(CultureInfo.InvariantCulture));
        try
        {
            var (from, to) = (await AddressOfAsync(small), await AddressOfAsync(large));
            var ratios = new List<double>();
            Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {gigabytes} GB, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
            Console.WriteLine("| Pair | By hand, s | Ours, s | Ours of by hand | Growth by hand, MB | Ours, MB |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
            for (var pair = 1; pair <= pairs; pair++)
            {
                var hand = await MeasureAsync("hand", from, to);
                var ours = await MeasureAsync("ours", from, to);
                ratios.Add(hand.Seconds / ours.Seconds);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pair} | {hand.Seconds:0.00} | {ours.Seconds:0.00} | {hand.Seconds / ours.Seconds:P0} | {hand.Growth:0.0} | {ours.Growth:0.0} |"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Median throughput of ours: {ratios.Order().ElementAt(ratios.Count / 2):P0} of by hand."));
        }
        finally
        {
            small.Kill();
            large.Kill();
        }
    }

    private static async Task<(double Seconds, double Growth)> MeasureAsync(string way, string small, string large)
    {
        using var child = Start("run", way, small, large);
        var seen = (await child.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await child.WaitForExitAsync();
        return (double.Parse(seen[0], CultureInfo.InvariantCulture), double.Parse(seen[1], CultureInfo.InvariantCulture));
    }

    private static async Task<string> AddressOfAsync(Process server) => $"http://127.0.0.1:{await server.StandardOutput.ReadLineAsync()}/file";

    private static Process Start(params string[] words) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["download", .. words]) { RedirectStandardOutput = true })!;
}
