using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Samples.Sandbox;
using VideoGen.Sdk.Testing;

using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning)
    .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // a start that fails is told below, in one line
    .AddSimpleConsole(console => console.SingleLine = true));
VideoSandbox sandbox;
try
{
    sandbox = await VideoSandbox.StartAsync(Arguments.Read(args, loggers));
}
catch (IOException taken)
{
    Console.Error.WriteLine($"{taken.Message} Another port: --urls http://127.0.0.1:5056");
    return 1;
}
catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
{
    Console.Error.WriteLine(wrong.Message);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Arguments.Usage);
    return 1;
}

await using (sandbox)
{
    Console.WriteLine($"Sandbox ready at {sandbox.BaseUrl}. Nobody pays here; Ctrl+C stops it.");
    foreach (var vendor in (string[])["kling", "pika", "fal", "runway", "heygen"])
    {
        Console.WriteLine($"  {vendor,-7} {sandbox.UrlOf(vendor)}");
    }

    Console.WriteLine($"  openai  {sandbox.UrlOf("openai")}/v1");
    Console.WriteLine($"  charges {new Uri(sandbox.BaseUrl, "sandbox/charges")}");

    var stopped = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
}

return 0;
