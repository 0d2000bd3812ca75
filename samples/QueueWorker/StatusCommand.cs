using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace QueueWorker;

/// <summary>Prints how many jobs are in each state, and what the ledger adds up to.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var app = App.Build(arguments);
        var counts = await app.Services.GetRequiredService<IVideoQueue>().CountAsync(cancellationToken);
        var (reserved, charged, unverified) = (0m, 0m, 0m);
        await foreach (var line in app.Services.GetRequiredService<ICostStore>().ListAsync(new LedgerQuery(), cancellationToken))
        {
            reserved += line.State == LineState.Reserved ? line.ReservedUsd : 0m;
            unverified += line.State == LineState.Unverified ? line.ReservedUsd : 0m;
            charged += line.ChargedUsd;
        }

        var status = new Status(
            counts.OrderBy(count => count.Key).ToDictionary(count => count.Key.ToString(), count => count.Value),
            new LedgerSums(Usd.Short(reserved), Usd.Short(charged), Usd.Short(unverified)));
        Console.WriteLine(JsonSerializer.Serialize(status, AnswersJsonContext.Default.Status));
        return 0;
    }
}
