// dotnet run --project benchmarks/Fitting --configuration Release [-- PAIRS]: fitting a 15 s clip of 1080x1920 beside the best single ffmpeg command for the same job, in interleaved pairs of one run (default 5).
using System.Globalization;
using System.Runtime.InteropServices;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Fitting;
using VideoGen.Sdk.Media;
using VideoGen.Sdk.Platforms;

var pairs = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("videogen-fitting-").FullName;
try
{
    Console.WriteLine(Line($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, load {Load()}"));
    Console.WriteLine();
    Console.WriteLine("| What | Median | Beside | Ratio |");
    Console.WriteLine("| --- | ---: | ---: | ---: |");
    var media = FfmpegMediaProcessor.Create();
    var source = Path.Combine(folder, "source.mp4");
    Tool.Run(Clips.Smooth(source));
    var fitted = Path.Combine(folder, "fitted.mp4");

    // The encode and the bare command take turns, so that both meet the same load.
    var (ours, bare, probe, loudness, last) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), (ConformResult?)null);
    for (var pair = 0; pair < pairs; pair++)
    {
        last = await media.ConformAsync(Request(source, fitted));
        ours.Add(last.Timings!.Encode.TotalSeconds);
        probe.Add(last.Timings.Probe.TotalSeconds);
        loudness.Add(last.Timings.Loudness.TotalSeconds);
        bare.Add(Tool.Run(Clips.BestCommand(source, Path.Combine(folder, "bare.mp4"))));
    }

    Console.WriteLine(Line($"| one encode ({last!.Action}), 15 s of 1080x1920 | {Median(ours):0.00} s | {Median(bare):0.00} s | {Median([.. ours.Zip(bare, (o, b) => o / b)]):0.00} |"));
    Console.WriteLine(Line($"| probes and loudness of that | {Median(probe):0.00} s and {Median(loudness):0.00} s | – | – |"));
    Console.WriteLine(Line($"| likeness of that to its source (SSIM) | {Tool.Similarity(fitted, source):0.0000} | 0.97 at least | – |"));
    Console.WriteLine(Line($"| loudness of that | {Tool.Loudness(fitted):0.0} LUFS | -14 ± 0.5 | – |"));

    var copies = new List<double>();
    var copy = Path.Combine(folder, "copy.mp4");
    for (var pair = 0; pair < pairs; pair++)
    {
        var result = await media.ConformAsync(Request(fitted, copy));
        copies.Add(result.Action == ConformAction.Copied && File.ReadAllBytes(fitted).AsSpan().SequenceEqual(File.ReadAllBytes(copy)) ? result.Timings!.Total.TotalSeconds : double.NaN);
    }

    Console.WriteLine(Line($"| a file that fits, copied unchanged | {Median(copies):0.00} s | 0.5 s at most | – |"));
    var hard = Path.Combine(folder, "hard.mp4");
    Tool.Run(Clips.Hard(hard));
    var capped = Path.Combine(folder, "capped.mp4");
    var small = await media.ConformAsync(Request(hard, capped) with { Platform = PlatformCatalogue.Embedded.Get("instagram/reels") with { MaxFileSizeMb = 5 } });
    Console.WriteLine(Line($"| noise held to 5 MB, bytes and SSIM | {small.Facts!.Bytes} | 5000000 at most | {Tool.Similarity(capped, hard):0.0000} |"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static ConformRequest Request(string input, string output) => new() { InputPath = input, OutputPath = output, Platform = PlatformCatalogue.Embedded.Get("instagram/reels"), AlwaysWrite = true };

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
