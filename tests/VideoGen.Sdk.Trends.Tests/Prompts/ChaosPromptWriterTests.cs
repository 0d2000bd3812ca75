using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Trends.Prompts;

namespace VideoGen.Sdk.Trends.Tests.Prompts;

/// <summary>A writer that is told to break nothing is the one behind it.</summary>
public sealed class ChaosPromptWriterTests : PromptWriterContract
{
    protected override IPromptWriter Create() => new ChaosPromptWriter(new TemplatePromptWriter(), new ChaosProcess());
}
