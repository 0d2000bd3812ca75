using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;
using Operation = VideoGen.Sdk.Testing.Sandbox.SandboxOperation;

namespace VideoGen.Sdk.QueueProofTests.Kills;

/// <summary>Everything that goes wrong at vendors, each by its own chance; the same seed lets the same calls fail.</summary>
internal static class SeededFaults
{
    // Answers to a submit that vendors document as refusals before acceptance, in their own envelopes.
    private static readonly (string Vendor, int Status, string Body)[] Refusals =
    [
        ("kling", 429, """{"code":1302,"message":"requests are too frequent"}"""),
        ("kling", 503, """{"code":5001,"message":"the service is under maintenance"}"""),
        ("runway", 429, """{"error":"You have exceeded the rate limit"}"""),
        ("runway", 503, """{"error":"The service is overloaded"}"""),
        ("pika", 429, """{"error":{"code":"rate_limited","message":"slow down"}}"""),
        ("heygen", 429, """{"error":{"code":"rate_limit_exceeded","message":"slow down"}}"""),
        ("fal", 429, """{"detail":"slow down"}"""),
        ("openai", 429, """{"error":{"code":"rate_limit_exceeded","message":"slow down","type":"requests"}}"""),
    ];

    public static void AddTo(VideoSandbox sandbox, int seed)
    {
        var next = seed;
        foreach (var (vendor, status, body) in Refusals)
        {
            Add(Kind.Status, Operation.Submit, 0.05, vendor, status, body);
        }

        // Most answers come late: that is the moment in which a process must not die, so it is made wide.
        Add(Kind.Slow, Operation.Submit, 0.8);
        Add(Kind.AcceptThenDrop, Operation.Submit, 0.02);
        Add(Kind.DropBeforeAccept, Operation.Submit, 0.02);
        Add(Kind.MalformedJson, Operation.Submit, 0.01);
        Add(Kind.Status, Operation.Submit, 0.01, status: 500);
        Add(Kind.Status, Operation.Submit, 0.01, status: 503);
        Add(Kind.ModeratedCharged, Operation.Submit, 0.03);
        Add(Kind.FailedFree, Operation.Submit, 0.05);
        Add(Kind.UnknownState, Operation.Submit, 0.01);
        Add(Kind.Status, Operation.Status, 0.05, status: 500);
        Add(Kind.Status, Operation.Status, 0.03, status: 429);
        Add(Kind.AcceptThenDrop, Operation.Status, 0.03);
        Add(Kind.MalformedJson, Operation.Status, 0.03);
        Add(Kind.UnknownState, Operation.Status, 0.05);
        Add(Kind.ExpiredLink, Operation.Download, 0.05);
        Add(Kind.Truncated, Operation.Download, 0.05);
        Add(Kind.Slow, Operation.Download, 0.1);
        Add(Kind.DropBeforeAccept, Operation.Download, 0.05);

        void Add(Kind kind, Operation operation, double chance, string vendor = "*", int? status = null, string? body = null) => sandbox.AddFault(new SandboxFault
        {
            Vendor = vendor,
            Operation = operation,
            Kind = kind,
            When = new FaultSchedule.Probability(chance, next++),
            Status = status,
            Body = body,
            Headers = status is 429 or 503 ? new Dictionary<string, string> { ["Retry-After"] = "1" } : new Dictionary<string, string>(),
            Duration = kind == Kind.Slow ? TimeSpan.FromMilliseconds(700) : null,
        });
    }
}
