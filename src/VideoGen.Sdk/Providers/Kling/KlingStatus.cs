using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Turns a task into a status. A state that we do not know is never success, and neither is success without an output.</summary>
internal static class KlingStatus
{
    public static ProviderJobState StateOf(string? word) => word?.ToLowerInvariant() switch
    {
        "submitted" => ProviderJobState.Queued,
        "processing" => ProviderJobState.Running,
        "succeeded" or "succeed" => ProviderJobState.Succeeded,
        "failed" => ProviderJobState.Failed,
        _ => ProviderJobState.Unknown,
    };

    public static ProviderJobStatus Of(KlingTask? task, RemoteJob job, VendorAnswer answer, KlingOptions options)
    {
        if (task is null)
        {
            return new ProviderJobStatus { State = ProviderJobState.NotVisible };
        }

        var (state, word) = (StateOf(task.Status), task.Status);
        var outputs = Outputs(task, KlingSettings.ReadOrDefault(job.Spec?.SettingsJson).Watermark);
        if (state == ProviderJobState.Succeeded && outputs.Count == 0)
        {
            (state, word) = (ProviderJobState.Unknown, $"{task.Status} without output");
        }

        var charge = ChargeUsd(task, state, options);
        return new ProviderJobStatus
        {
            State = state,
            WireState = answer.Word(word, job.Spec?.Prompt, job.Spec?.NegativePrompt),
            Outputs = outputs,
            Duration = task.Outputs.Select(o => KlingTask.Number(o.Duration)).FirstOrDefault() is > 0 and < 86_400 and var s ? TimeSpan.FromTicks((long)(s * TimeSpan.TicksPerSecond)) : null,
            ChargeUsd = charge,
            Failure = state == ProviderJobState.Failed ? KlingErrors.OfTask(answer.Redact(task.Message, job.Spec?.Prompt, job.Spec?.NegativePrompt), charge) : null,
            ClientReference = task.ClientReference,
        };
    }

    // An empty list of deductions may mean "not billed yet" as well as "free", and Kling says of neither state which (2026-11): only an amount of zero in words is free.
    private static decimal? ChargeUsd(KlingTask task, ProviderJobState state, KlingOptions options) =>
        state is ProviderJobState.Succeeded or ProviderJobState.Failed && task.Deductions is { Count: > 0 } ? KlingDeduction.SumUsd(task.Deductions, options) : null;

    private static List<Uri> Outputs(KlingTask task, bool wantsWatermark) =>
        [.. task.Outputs.Select(o => (wantsWatermark ? o.WatermarkUrl : null) ?? o.Url).Select(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>()];
}
