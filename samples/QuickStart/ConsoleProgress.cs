using System.Globalization;
using Spectre.Console;
using VideoGen.Sdk;

namespace QuickStart;

/// <summary>Shows stage, percentage and money on the error stream, so that standard output stays for the result.</summary>
internal static class ConsoleProgress
{
    public static async Task<VideoResult> RunAsync(Func<IProgress<VideoProgress>, Task<VideoResult>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Starting", maxValue: 1);
                var result = await work(new Shown(task));
                task.Value = 1;
                task.Description = Text("Done", result.CostUsd, held: 0m);
                return result;
            });
    }

    private static string Text(string stage, decimal charged, decimal held) => string.Create(
        CultureInfo.InvariantCulture, $"{Markup.Escape(stage),-9} {charged:0.00} USD charged{(held > 0 ? $", {held:0.00} held" : "")}");

    private sealed class Shown(ProgressTask task) : IProgress<VideoProgress>
    {
        public void Report(VideoProgress value)
        {
            task.Value = Math.Max(task.Value, value.Fraction);
            task.Description = Text(value.Stage, value.ChargedUsd, value.HeldUsd)
                + (value.Message is { } message ? $" [grey]({Markup.Escape(message)})[/]" : "");
        }
    }
}
