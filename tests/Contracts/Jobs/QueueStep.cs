using CsCheck;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>One generated call on the queue's side of a store; what it is about comes from so little that calls meet one another often.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Job">Which of the jobs made so far, counted around.</param>
/// <param name="Choice">Varies the call.</param>
/// <param name="Other">Varies it once more.</param>
internal sealed record QueueStep(QueueCall Call, int Job, int Choice, int Other)
{
    private static readonly Gen<QueueStep> One = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(QueueCall.Create)),
            (1, Gen.Const(QueueCall.CreateMany)),
            (6, Gen.Const(QueueCall.Claim)),
            (7, Gen.Const(QueueCall.Save)),
            (2, Gen.Const(QueueCall.Signal)),
            (2, Gen.Const(QueueCall.Pause)),
            (2, Gen.Const(QueueCall.Resume)),
            (1, Gen.Const(QueueCall.Note)),
            (2, Gen.Const(QueueCall.FindKey)),
            (2, Gen.Const(QueueCall.Forget)),
            (3, Gen.Const(QueueCall.Wait))),
        Gen.Int[0, 11],
        Gen.Int[0, 23],
        Gen.Int[0, 7],
        (call, job, choice, other) => new QueueStep(call, job, choice, other));

    public static Gen<QueueStep[]> Sequences { get; } = One.Array[1, 50];

    public string Owner => Choice % 2 == 0 ? "a" : "b";

    public string? Tenant => (Other % 3) switch { 0 => null, 1 => "acme", _ => "other" };

    public string? Key => Choice % 3 == 0 ? $"k{Other % 2}" : null;

    public string Fingerprint => $"v1:{Job % 2}";

    public TimeSpan? KeyLifetime => Choice % 2 == 0 ? TimeSpan.FromMinutes(30) : null;

    /// <summary>The only provider that the request allows; null for any.</summary>
    public string? Provider => (Choice % 4) switch { 0 => "kling", 1 => "fal", _ => null };

    /// <summary>Which pause; null for that of all.</summary>
    public string? Paused => (Choice % 3) switch { 0 => null, 1 => "kling", _ => "fal" };

    public TimeSpan Time => (Choice % 4) switch { 0 => TimeSpan.FromSeconds(5), 1 => TimeSpan.FromMinutes(4), 2 => TimeSpan.FromMinutes(11), _ => TimeSpan.FromHours(1) };

    public int Max => 1 + (Other % 4);

    public IReadOnlyCollection<string>? Providers => Choice % 5 == 0 ? ["fal"] : null;

    public int? MaxPerTenant => Choice % 4 == 1 ? 1 : null;
}
