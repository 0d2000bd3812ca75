using System.Text.Json;
using VideoGen.Sdk.Assets;

namespace Optimise;

/// <summary>What was done and why, as one line.</summary>
internal sealed record ResultLine(string Action, IReadOnlyList<string> Reasons, OutputFacts Output, TimesTaken Seconds)
{
    public static ResultLine Of(ConformResult result, string path)
    {
        var (facts, times) = (result.Facts!, result.Timings!);
        return new ResultLine(
            result.Action.ToString().ToLowerInvariant(),
            result.Reasons,
            new OutputFacts(path, facts.Bytes, Rounded(facts.Duration), facts.Width, facts.Height),
            new TimesTaken(Rounded(times.Probe), Rounded(times.Loudness), Rounded(times.Encode), Rounded(times.Total)));
    }

    public string ToJson() => JsonSerializer.Serialize(this, ResultJsonContext.Default.ResultLine);

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
