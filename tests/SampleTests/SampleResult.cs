using System.Text.Json;

namespace VideoGen.Sdk.SampleTests;

/// <summary>What a sample left behind.</summary>
internal sealed record SampleResult(int ExitCode, IReadOnlyList<string> Output, string Error)
{
    /// <summary>The last line of standard output as JSON.</summary>
    public JsonElement Summary => JsonDocument.Parse(Output[^1]).RootElement;

    public override string ToString() => $"exit {ExitCode}\n{string.Join('\n', Output)}\n{Error}";
}
