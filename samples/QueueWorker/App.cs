using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace QueueWorker;

/// <summary>The app that every command is: the library on the chosen store. Only <c>run</c> starts it; the others just ask it.</summary>
internal static class App
{
    public static IHost Build(Arguments arguments)
    {
        var host = Host.CreateEmptyApplicationBuilder(null);

        // The environment wins over this sample's own choice of times, and the sandbox wins over the environment: no key of yours is sent there.
        host.Configuration
            .AddInMemoryCollection([new("VideoGeneration:SubmitDeadline", "00:00:10")])
            .AddEnvironmentVariables()
            .AddInMemoryCollection(SandboxSettings.For(arguments));
        host.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter(level => level >= LogLevel.Warning)
            .AddFilter("VideoGen.Sdk", arguments.Command == "run" ? LogLevel.Information : LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a start that fails is told in one line
        host.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        host.Services.AddSingleton(SandboxCatalogue.Made);
        var videos = host.Services.AddVideoGeneration();
        arguments.Store!.AddTo(videos);
        videos.UseAssetFolder(arguments.Assets ?? arguments.Store.AssetFolder, isShared: arguments.Store.IsShared);
        if (arguments.Command == "run")
        {
            videos.AddVideoWorker(worker => worker.Concurrency = arguments.Concurrency);
        }

        return host.Build();
    }
}
