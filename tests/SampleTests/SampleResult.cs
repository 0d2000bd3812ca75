using System.Text.Json;

namespace VideoGen.Sdk.SampleTests;

/// <summary>What a sample left behind.</summary>
internal sealed record SampleResult(int ExitCode, IReadOnlyList<string> Output, string Error)
{
    /// <summary>The last line of standard output as JSON.</summary>
    public JsonElement Summary => Output.Count > 0 ? JsonDocument.Parse(Output[^1]).RootElement : throw new InvalidOperationException($"The sample printed no summary: {this}");

    public override string ToString() => $"exit {ExitCode}\n{string.Join('\n', Output)}\n{Error}";
}
