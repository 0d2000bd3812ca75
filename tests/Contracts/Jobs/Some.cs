using System.Globalization;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Small valid things, each different from the last.</summary>
public static class Some
{
    private static int last;

    public static string Id() => string.Create(CultureInfo.InvariantCulture, $"j{Interlocked.Increment(ref last):d8}");

    public static VideoJob Job(string? id = null, VideoState state = VideoState.Queued, string? key = null, string? tenant = null) => new()
    {
        Id = id ?? Id(),
        Request = new VideoRequest { Prompt = "a lighthouse in the rain", IdempotencyKey = key, Tenant = tenant },
        State = state,
        Stage = "Plan",
        CreatedAt = JobStoreHarness.Start,
    };

    public static NewJob New(VideoJob job, string? owner = null, string fingerprint = "v1:one") => new() { Job = job, Fingerprint = fingerprint, OwnerId = owner };

    public static Attempt Attempt(int number = 1, string reference = "ref-1") => new()
    {
        Number = number,
        Provider = "kling",
        Account = "default",
        Spec = new GenerationSpec { Model = "kling-v3", Prompt = "a lighthouse in the rain" },
        ClientReference = reference,
        EstimateUsd = 0.35m,
        LongestRun = TimeSpan.FromHours(2),
        PlannedAt = JobStoreHarness.Start,
    };

    public static SubmissionIntent Intent(string jobId, int attempt = 1, string? reference = null, string provider = "kling", string account = "default") => new()
    {
        JobId = jobId,
        Attempt = attempt,
        ClientReference = reference ?? $"{jobId}-{attempt}",
        Provider = provider,
        Account = account,
        Model = "kling-v3",
        Route = "text2video",
        ContentType = "application/json",
        Content = "{\"prompt\":\"a lighthouse in the rain\"}"u8.ToArray(),
        IdempotencyKey = "key-1",
        IsReplayable = true,
    };

    public static SubmissionRecord Statement(string jobId, SubmissionVerdict verdict, string? remoteId = null, int attempt = 1, string source = "submit") => new()
    {
        JobId = jobId,
        Attempt = attempt,
        ClientReference = $"{jobId}-{attempt}",
        Verdict = verdict,
        RemoteId = remoteId,
        Failure = verdict == SubmissionVerdict.Accepted ? null : new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "the line went dead" },
        Source = source,
    };
}
