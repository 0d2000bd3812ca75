using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGen.Sdk;
using VideoGen.Sdk.Queue;

namespace QueueWorker;

/// <summary>Works on the queue until it is stopped, or until nothing is left to do.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await CheckSandboxAsync(arguments.Sandbox!, cancellationToken);
        using var host = App.Build(arguments);
        await host.StartAsync(cancellationToken);
        try
        {
            if (arguments.UntilIdle)
            {
                await new IdleWatch(host.Services.GetRequiredService<IVideoQueue>()).UntilIdleAsync(cancellationToken);
            }
            else
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            // Lets submits finish and hands every job back.
            await host.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    // Before a job is touched: vendors that nobody can reach would cost every job its attempts.
    private static async Task CheckSandboxAsync(Uri sandbox, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await http.GetAsync(new Uri(sandbox, "/sandbox/charges"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new VideoGenerationException($"--sandbox: nobody answers at {sandbox.GetLeftPart(UriPartial.Authority)} ({e.Message}). Start samples/Sandbox; no job was touched.", e);
        }
    }
}
