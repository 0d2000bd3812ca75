using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;
using VideoGen.Sdk.Queue;

namespace QueueWorker;

/// <summary>Leaves videos to whatever workers there are, and prints the id of each job.</summary>
internal static class EnqueueCommand
{
    private const int Batch = 100;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var app = App.Build(arguments);
        var queue = app.Services.GetRequiredService<IVideoQueue>();
        var run = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[..12];
        var options = new EnqueueOptions { Priority = arguments.Priority };
        foreach (var numbers in Enumerable.Range(1, arguments.Count).Chunk(Batch))
        {
            var made = await queue.EnqueueAsync([.. numbers.Select(number => Request(number, run, arguments.Tenant))], options, cancellationToken);
            foreach (var job in made)
            {
                Console.WriteLine(job.JobId);
            }
        }

        return 0;
    }

    private static VideoRequest Request(int number, string run, string? tenant) => new()
    {
        Prompt = $"Paper boat number {number} of fleet {run} crosses a puddle",
        Duration = TimeSpan.FromSeconds(5),
        PreferredProviders = [SandboxSettings.Vendors[(number - 1) % SandboxSettings.Vendors.Length]],
        Tenant = tenant,
    };
}
