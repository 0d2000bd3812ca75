using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;

namespace QueueWorker;

/// <summary>Prints the line of every attempt for which money was ever held.</summary>
internal static class LedgerCommand
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var app = App.Build(arguments);
        await foreach (var line in app.Services.GetRequiredService<ICostStore>().ListAsync(new LedgerQuery(), cancellationToken))
        {
            Console.WriteLine(JsonSerializer.Serialize(LedgerLine.Of(line), AnswersJsonContext.Default.LedgerLine));
        }

        return 0;
    }
}
