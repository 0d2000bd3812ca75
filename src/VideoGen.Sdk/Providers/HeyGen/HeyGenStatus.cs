using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Reads how a job stands. Every endpoint has its own words; one that it does not have is never success, and neither is success without a link.</summary>
internal static class HeyGenStatus
{
    /// <summary>A video of <c>/v3/videos</c> or a clip of <c>/v3/models/videos</c>.</summary>
    public static ProviderJobStatus Of(VendorAnswer answer, RemoteJob job, HeyGenProduct product, bool areFailuresFree, ModelCatalogue catalogue, DateOnly day)
    {
        var said = Read(answer, job);
        if (said is null)
        {
            return new ProviderJobStatus { State = ProviderJobState.NotVisible };
        }

        var link = said.Link("video_url");
        var state = StateOf(said, product) is var word && word == ProviderJobState.Succeeded && link is null ? ProviderJobState.Unknown : word;
        var length = said.Number("duration") is > 0m and < 1_000_000m and var seconds ? TimeSpan.FromSeconds((double)seconds) : (TimeSpan?)null;
        var isSuccess = state == ProviderJobState.Succeeded;
        return new ProviderJobStatus
        {
            State = state,
            WireState = answer.Word(said.Text("status"), Hidden(job)),
            Outputs = isSuccess ? [link!] : [],
            Duration = isSuccess ? length : null,
            EstimateUsd = isSuccess ? HeyGenPrice.Excess(job.Spec, length, catalogue, day) : null,
            Failure = state is ProviderJobState.Failed or ProviderJobState.Cancelled ? HeyGenErrors.OfJob(answer, said, areFailuresFree, Hidden(job)) : null,
        };
    }

    /// <summary>An agent's session: the id of its video where there is one, else how the session stands.</summary>
    public static (string? VideoId, ProviderJobStatus Status) OfSession(VendorAnswer answer, RemoteJob job, bool areFailuresFree)
    {
        var said = Read(answer, job);
        if (said is null)
        {
            return (null, new ProviderJobStatus { State = ProviderJobState.NotVisible });
        }

        var state = said.Text("status")?.ToLowerInvariant() switch
        {
            "thinking" or "waiting_for_input" or "reviewing" or "generating" => ProviderJobState.Running,

            // Without a video there is no success to speak of.
            "completed" => ProviderJobState.Unknown,
            "failed" => IsCancelled(said) ? ProviderJobState.Cancelled : ProviderJobState.Failed,
            _ => ProviderJobState.Unknown,
        };
        var status = new ProviderJobStatus
        {
            State = state,
            WireState = answer.Word(said.Text("status"), Hidden(job)),
            Progress = said.Number("progress") is >= 0m and <= 100m and var share ? (double)share / 100 : null,
            Failure = state is ProviderJobState.Failed or ProviderJobState.Cancelled ? HeyGenErrors.OfJob(answer, said, areFailuresFree, Hidden(job)) : null,
        };

        // The session knows that it has ended; only the video itself has the file, the length and the reason.
        return (said.Text("status")?.ToLowerInvariant() is "completed" or "failed" ? said.Text("video_id") : null, status);
    }

    /// <summary>Whether somebody stopped it: clips have a state for that, and any failure may have it as its code.</summary>
    public static bool IsCancelled(HeyGenSaid said) => string.Equals(said.Text("status"), "cancelled", StringComparison.OrdinalIgnoreCase) || said.Text("failure_code") == "generation_cancelled";

    private static ProviderJobState StateOf(HeyGenSaid said, HeyGenProduct product) => (said.Text("status")?.ToLowerInvariant(), product) switch
    {
        ("waiting" or "pending" or "queued", _) => ProviderJobState.Queued,
        ("processing", _) => ProviderJobState.Running,
        ("completed", _) => ProviderJobState.Succeeded,
        ("failed", _) => IsCancelled(said) ? ProviderJobState.Cancelled : ProviderJobState.Failed,
        ("cancelled", HeyGenProduct.Clip) => ProviderJobState.Cancelled,
        _ => ProviderJobState.Unknown,
    };

    private static string?[] Hidden(RemoteJob job) => [job.Spec?.Prompt, job.Spec?.Avatar?.Script];

    /// <summary>Null where the vendor does not show the job.</summary>
    private static HeyGenSaid? Read(VendorAnswer answer, RemoteJob job)
    {
        var said = HeyGenSaid.Of(answer);
        return said switch
        {
            { IsError: true, Code: "video_not_found" or "resource_not_found" or "not_found" } when answer.Code == 404 => null,
            { IsError: false } when answer.IsSuccess => said,
            null => throw HeyGenErrors.Odd($"The answer (HTTP {answer.Code}) is not of HeyGen's form."),
            _ => throw HeyGenErrors.Call(HeyGenErrors.Of(answer, said, Hidden(job))),
        };
    }
}
