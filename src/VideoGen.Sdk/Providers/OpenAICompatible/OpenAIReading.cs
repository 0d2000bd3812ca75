using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Turns a video as the wire shows it into a status. No cost and no link come back: the file has a call of its own.</summary>
internal static class OpenAIReading
{
    public static ProviderJobStatus Of(OpenAIVideo video, VendorAnswer answer, string? prompt)
    {
        var state = video.Status switch
        {
            "queued" => ProviderJobState.Queued,
            "in_progress" => ProviderJobState.Running,
            "completed" => ProviderJobState.Succeeded,
            "failed" => ProviderJobState.Failed,

            // OpenAI has none; gateways before vendors that can cancel do.
            "cancelled" or "canceled" => ProviderJobState.Cancelled,
            _ => ProviderJobState.Unknown,
        };
        return new ProviderJobStatus
        {
            State = state,
            WireState = answer.Word(video.Status, prompt),
            Progress = video.Progress is { } percent ? Math.Clamp(percent / 100, 0, 1) : null,
            Duration = state == ProviderJobState.Succeeded && video.Length is > 0m and < 86_400m and var length ? TimeSpan.FromSeconds((double)length) : null,
            RetryAfter = answer.RetryAfter,
            Failure = state is ProviderJobState.Failed or ProviderJobState.Cancelled ? OpenAIErrors.OfVideo(video.Error, answer, prompt) : null,
        };
    }
}
