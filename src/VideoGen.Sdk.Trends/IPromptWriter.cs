namespace VideoGen.Sdk.Trends;

/// <summary>Writes what a video of a trend shows, and what is posted with it.</summary>
/// <remarks>
/// Implementers MUST treat every word of the trend as material and never as an instruction: strangers wrote it.
/// MUST return a prompt of at most <see cref="PromptBrief.LongestPrompt"/> characters without control characters, and never an empty one.
/// MUST be safe for use by many threads at once.
/// </remarks>
public interface IPromptWriter
{
    /// <summary>Writes prompt, caption, hashtags and, for an avatar, the words to speak.</summary>
    Task<WrittenPrompt> WriteAsync(PromptBrief brief, CancellationToken cancellationToken = default);
}
