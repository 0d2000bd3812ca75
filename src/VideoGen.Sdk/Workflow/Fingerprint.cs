using System.Security.Cryptography;
using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Tells whether two requests under one key are the same. Compared only between requests that the same release has read: a later version may read more fields.</summary>
internal static class Fingerprint
{
    /// <summary>Rises with every change of what is read, so that nobody takes texts of two versions for two requests.</summary>
    public const int Version = 1;

    /// <summary>The fingerprint of a stored request (inputs already known by their hash); the key itself does not count, nor does what changes only how long is waited or how much may be risked.</summary>
    public static string Of(VideoRequest stored)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored with { IdempotencyKey = null, Deadline = null, PerVideoLimitUsd = null, FailoverOnContentRejected = null, AllowPossibleDoubleCharge = null }, QueueJsonContext.Default.VideoRequest);
        return $"v{Version}:{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}";
    }
}
