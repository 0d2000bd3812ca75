using VideoGen.Sdk.Trends;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A writer of prompts as one simulated process sees it. Its one point is <c>trends.Write</c>; it fails with <see cref="HttpRequestException"/>, as a model that cannot be reached.</summary>
/// <param name="inner">The writer.</param>
/// <param name="process">The process.</param>
public sealed class ChaosPromptWriter(IPromptWriter inner, ChaosProcess process) : IPromptWriter
{
    /// <inheritdoc/>
    public Task<WrittenPrompt> WriteAsync(PromptBrief brief, CancellationToken cancellationToken = default) => process.CallAsync(
        "trends.Write", () => inner.WriteAsync(brief, cancellationToken), isDone => new HttpRequestException(isDone ? "simulated: the model's answer was lost" : "simulated: the model cannot be reached"));
}
