using System.Globalization;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Benchmarks.Queue;

/// <summary>Jobs of the least that one can be.</summary>
internal static class QueueJob
{
    public static VideoJob Of(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"j{number:d10}"),
        Request = new VideoRequest { Prompt = "a lighthouse in the rain" },
        State = VideoState.Queued,
        Stage = "Plan",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public static OwnerRegistration Owner(string id) => new() { OwnerId = id, Kind = "worker", Machine = "here", Lease = TimeSpan.FromHours(1) };
}
