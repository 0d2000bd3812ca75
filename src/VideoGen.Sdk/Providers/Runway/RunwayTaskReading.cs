using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Turns a task as the wire shows it into a status.</summary>
internal static class RunwayTaskReading
{
    public static ProviderJobStatus Of(RunwayTaskAnswer task, VendorAnswer answer, string? prompt)
    {
        var outputs = Links(task);
        var state = StateOf(task, outputs.Count);
        return new ProviderJobStatus
        {
            State = state,
            WireState = state == ProviderJobState.Unknown && task.Status == "SUCCEEDED" ? "SUCCEEDED without output" : answer.Word(task.Status, prompt),
            Progress = Share(task.Progress),
            Outputs = outputs,
            EstimateUsd = task.EstimatedCost?.Usd,
            ChargeUsd = task.Cost?.Usd,
            RetryAfter = answer.RetryAfter,
            Failure = state switch
            {
                ProviderJobState.Failed when task.Status == "SUCCEEDED" => Empty(),
                ProviderJobState.Failed => RunwayTaskFailure.Of(task, answer, prompt),
                ProviderJobState.Cancelled => Cancelled(task),
                _ => null,
            },
        };
    }

    private static ProviderJobState StateOf(RunwayTaskAnswer task, int outputs) => task.Status switch
    {
        "PENDING" or "THROTTLED" => ProviderJobState.Queued,
        "RUNNING" => ProviderJobState.Running,
        "SUCCEEDED" when outputs > 0 => ProviderJobState.Succeeded,

        // A charged success that shows no file yet is asked for again; only a refunded one is over.
        "SUCCEEDED" when task.Cost?.Usd == 0m => ProviderJobState.Failed,
        "FAILED" => ProviderJobState.Failed,
        "CANCELLED" or "CANCELED" => ProviderJobState.Cancelled,
        _ => ProviderJobState.Unknown,
    };

    private static List<Uri> Links(RunwayTaskAnswer task) =>
        [.. (task.Output ?? []).Select(o => Uri.TryCreate(o, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? link : null).OfType<Uri>()];

    // 0 to 1 by live captures; one rendering of the docs showed 0 to 100.
    private static double? Share(double? progress) => progress switch
    {
        null => null,
        > 1 => Math.Clamp(progress.Value / 100, 0, 1),
        _ => Math.Max(progress.Value, 0),
    };

    private static ProviderFailure Empty() => new() { Kind = ProviderFailureKind.Transient, Message = "Runway reports success without a file, and no charge." };

    private static ProviderFailure Cancelled(RunwayTaskAnswer task) =>
        new() { Kind = ProviderFailureKind.Transient, Charge = RunwayTaskFailure.ChargeOf(task.Cost?.Usd), ProviderCode = task.Status, Message = "The task was cancelled at Runway." };
}
