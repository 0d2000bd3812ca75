using System.Diagnostics;
using System.Globalization;

namespace CostReport;

/// <summary>Makes the report in a process of its own, so that its time and memory are the report's alone and not those of the made-up year.</summary>
internal static class ReportProcess
{
    public static async Task<ReportLine?> RunAsync(Arguments arguments, StoreChoice store)
    {
        var own = Environment.GetCommandLineArgs()[0];
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(own);
        }

        foreach (var argument in (string[])["--output", arguments.Output, "--store", store.Text, "--days", arguments.Days.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync();
        foreach (var line in lines.SkipLast(1))
        {
            Console.WriteLine(line);
        }

        return process.ExitCode == 0 ? ReportLine.FromJson(lines[^1]) : null;
    }
}
