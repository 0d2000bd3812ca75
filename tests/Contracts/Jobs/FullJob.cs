using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>A job in which every property that is saved has a value of its own; <see cref="Filled"/> watches over that.</summary>
public static class FullJob
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 22, 18, 1, 2, 345, TimeSpan.Zero).AddTicks(6789);

    public static VideoJob Create(string id = "full00000001") => new()
    {
        Id = id,
        Request = FullRequest.Create(),
        State = VideoState.Waiting,
        Stage = "Wait",
        CreatedAt = At,
        DueAt = At.AddMinutes(1),
        NotBefore = At.AddMinutes(-1),
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Priority = VideoPriority.High,
        Attempts = [Attempt()],
        Plans = [Plan()],
        Source = Asset("source", "video/mp4"),
        Video = Asset("video", "video/mp4"),
        Thumbnail = Asset("thumbnail", "image/jpeg"),
        Notes = ["refitted to 9:16", "no edit list"],
        ForgivenAttempts = 1,
        Tries = 3,
        Reason = "waits for the vendor",
        Failure = Failure("the job's"),
        FailureKind = Enum.GetValues<JobFailureKind>()[^1],
        LimitInTheWay = Verdict(),
        CostUsd = 1.234567m,
        UnverifiedUsd = 0.000001m,
        EndedAt = At.AddHours(2),
    };

    private static Attempt Attempt() => new()
    {
        Number = 1,
        Provider = "kling",
        Account = "eu",
        Spec = Spec(),
        ClientReference = "full00000001-1",
        EstimateUsd = 0.35m,
        LongestRun = TimeSpan.FromHours(1.5),
        PlannedAt = At,
        Inputs = [new PreparedInput { Role = ReferenceRole.LastFrame, Reference = "upload-1", ContentType = "image/png", ExpiresAt = At.AddHours(24) }],
        HeldAt = At.AddSeconds(1),
        IntentAt = At.AddSeconds(2),
        Route = "image2video",
        AccountPrint = "0f1e2d",
        Verdict = SubmissionVerdict.Accepted,
        RemoteId = "remote-1",
        AcceptedAt = At.AddSeconds(3),
        FinalStatus = Status(),
        UnclearSince = At.AddSeconds(4),
        IsCancelAsked = true,
        Lookups = 2,
        Failure = Failure("the attempt's"),
        Outcome = AttemptOutcome.Failed,
        ClosedAt = At.AddSeconds(5),
    };

    private static GenerationSpec Spec() => new()
    {
        Operation = VideoOperation.ImageToVideo,
        Model = "kling-v3",
        Prompt = "a lighthouse in the rain, cinematic",
        NegativePrompt = "people",
        Style = "cinematic",
        Duration = TimeSpan.FromSeconds(5),
        AspectRatio = new AspectRatio(1280, 720),
        Resolution = VideoResolution.UltraHd,
        Sound = true,
        Language = "pt-BR",
        Seed = long.MaxValue,
        Avatar = FullRequest.Avatar(),
        InputCounts = new Dictionary<ReferenceRole, int> { [ReferenceRole.LastFrame] = 2, [ReferenceRole.Audio] = 1 },
        InputVideoDuration = TimeSpan.FromSeconds(7),
        SettingsJson = "{\"mode\":\"pro\"}",
    };

    private static ProviderJobStatus Status() => new()
    {
        State = ProviderJobState.Failed,
        WireState = "failed",
        Progress = 0.75,
        Outputs = [new Uri("https://cdn.example/out.mp4?sig=1")],
        Duration = TimeSpan.FromSeconds(5.041),
        ChargeUsd = 0.21m,
        EstimateUsd = 0.42m,
        Failure = Failure("the vendor's"),
        RetryAfter = TimeSpan.FromSeconds(9),
        ClientReference = "full00000001-1",
    };

    private static VideoPlan Plan() => new()
    {
        CreatedAt = At,
        Candidates =
        [
            new PlanCandidate
            {
                Provider = "kling",
                Account = "eu",
                Model = "kling-v3",
                Duration = TimeSpan.FromSeconds(5),
                AspectRatio = AspectRatio.Portrait,
                Resolution = VideoResolution.Hd,
                Sound = true,
                EstimateUsd = 0.35m,
                IsPriceUnconfirmed = true,
                Verdict = Verdict(),
                LongestRun = TimeSpan.FromMinutes(20),
                Notes = ["15 s became 10 s"],
            },
        ],
        Exclusions = [new PlanExclusion("pika", "default", "pika-2.5", "offers 5 s, asked 15 s")],
    };

    private static PlanVerdict Verdict() => new() { IsFitting = true, Limit = "daily budget", Asked = 0.35m, Available = 9.65m, ResetsAt = At.AddDays(1) };

    private static VideoAsset Asset(string name, string contentType) => new()
    {
        Id = name,
        Location = new Uri($"file:///assets/{name}"),
        ContentType = contentType,
        Bytes = 1_234_567_890_123,
        Sha256 = new string('a', 64),
        Duration = TimeSpan.FromSeconds(15.015),
        Width = 1080,
        Height = 1920,
    };

    private static ProviderFailure Failure(string whose) => new()
    {
        Kind = ProviderFailureKind.RateLimited,
        Charge = ChargeCertainty.Unknown,
        RetryAfter = TimeSpan.FromSeconds(30),
        ProviderCode = "5001",
        Message = $"{whose} failure",
    };
}
