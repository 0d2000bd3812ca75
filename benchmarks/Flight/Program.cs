// dotnet run --project benchmarks/Flight --configuration Release [-- NAME …]: measures the lines that a name is part of, such as "waiting" or "PostgreSQL"; all without a name.
// Each line is a process of its own, so that its processor time, threads and bytes are nobody else's: "line NAME" is what the program starts itself with.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using VideoGen.Sdk.Flight;
using VideoGen.Sdk.Peers;

string[] lines = ["workflow, Memory", "workflow, SQLite", "workflow, PostgreSQL", "waiting, Memory", "waiting, SQLite", "waiting, PostgreSQL", "start elsewhere, PostgreSQL", "poll over HTTP"];
switch (args)
{
    case ["sandbox"]:
        await SandboxProcess.ServeAsync();
        return;
    case ["starter", var connection, var folder]:
        await StartElsewhere.RunAsync(Store.Of(connection, folder));
        return;
    case ["line", var name]:
        Console.Write(await MeasureAsync(name));
        await Console.Out.FlushAsync();
        // Ten thousand jobs that wait would each be handed back first; nobody measures that.
        Environment.Exit(0);
        return;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC"));
Console.WriteLine();
Console.WriteLine("| Line | What was seen | Load |");
Console.WriteLine("| --- | --- | ---: |");
foreach (var line in lines.Where(line => args.Length == 0 || args.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase))))
{
    using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["line", line]) { RedirectStandardOutput = true })!;
    var seen = await child.StandardOutput.ReadToEndAsync();
    await child.WaitForExitAsync();
    Console.WriteLine($"| {line} | {(child.ExitCode == 0 ? seen : "did not run")} | {Load()} |");
}

static async Task<string> MeasureAsync(string line)
{
    var parts = line.Split(", ");
    if (parts.Length == 1)
    {
        return await HttpPolls.MeasureAsync();
    }

    await using var store = await Store.OpenAsync(parts[1]);
    return parts[0] switch
    {
        "workflow" => await WholeWorkflow.MeasureAsync(store),
        "start elsewhere" => await StartElsewhere.MeasureAsync(store),
        _ => await WaitingJobs.MeasureAsync(store),
    };
}

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
