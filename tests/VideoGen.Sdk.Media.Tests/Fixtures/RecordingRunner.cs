using System.Collections.Concurrent;
using VideoGen.Sdk.Media.Running;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Runs for real and remembers each call with the files that lay in its folder.</summary>
internal sealed class RecordingRunner : IToolRunner
{
    /// <summary>One for all tests: so many processes at once, however many tests run.</summary>
    private static readonly ToolRunner Real = new(new MediaOptions { MaxProcesses = 2 }, TimeProvider.System);

    public ConcurrentQueue<ToolCall> Calls { get; } = [];

    public async Task<ToolOutput> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        return await Real.RunAsync(call, cancellationToken);
    }
}
