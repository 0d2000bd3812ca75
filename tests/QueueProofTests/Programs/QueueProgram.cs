using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.SampleTests;

namespace VideoGen.Sdk.QueueProofTests.Programs;

/// <summary>samples/QueueWorker on one store, as operators run it. Leases and deadlines are short, so that a take-over takes seconds.</summary>
internal sealed class QueueProgram(ProofStore store, string assets, Uri sandbox)
{
    private static readonly (string, string)[] Times =
    [
        ("VideoGeneration__Lease", "00:00:05"), ("VideoGeneration__SubmitDeadline", "00:00:03"), ("VideoGeneration__LookupMargin", "00:00:01"), ("VideoGeneration__UnclearCeiling", "00:00:20"),
    ];

    public async Task EnqueueAsync(int count)
    {
        var made = await AnswerAsync("enqueue", "--count", Text(count));
        Assert.Equal(count, made.Distinct().Count());
    }

    /// <summary>A worker that ends when nothing is left to do.</summary>
    public SampleRun Work(int concurrency, params (string, string)[] times) =>
        Start(times, "run", "--sandbox", sandbox.AbsoluteUri, "--assets", assets, "--concurrency", Text(concurrency), "--until-idle");

    public async Task<JsonElement> StatusAsync() => JsonDocument.Parse(Assert.Single(await AnswerAsync("status", "--json"))).RootElement;

    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync() =>
        [.. (await AnswerAsync("ledger", "--json")).Select(line => JsonSerializer.Deserialize<LedgerRow>(line, JsonSerializerOptions.Web)!)];

    private async Task<IReadOnlyList<string>> AnswerAsync(params string[] arguments)
    {
        using var run = Start([], arguments);
        var result = await run.EndAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }

    private SampleRun Start((string, string)[] times, params string[] arguments) => SampleRun.Start("QueueWorker", [.. arguments, "--store", store.Argument], null, [.. Times, .. times]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
