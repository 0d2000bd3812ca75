// dotnet run --project benchmarks/VideoGen.Sdk.Benchmarks --configuration Release -- --filter '*'
// dotnet run --project benchmarks/VideoGen.Sdk.Benchmarks --configuration Release -- download [GIGABYTES [PAIRS]]
using System.Globalization;
using BenchmarkDotNet.Running;
using VideoGen.Sdk.Benchmarks.Downloads;

switch (args)
{
    case ["download", "serve", var bytes]:
        await ByteSource.ServeAsync(long.Parse(bytes, CultureInfo.InvariantCulture));
        break;
    case ["download", "run", var way, var small, var large]:
        await DownloadRun.MeasureAsync(way, new Uri(small), new Uri(large));
        break;
    case ["download", .. var sizes]:
        await DownloadComparison.RunAsync(sizes is [var size, ..] ? long.Parse(size, CultureInfo.InvariantCulture) : 4, sizes is [_, var pairs] ? int.Parse(pairs, CultureInfo.InvariantCulture) : 5);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
