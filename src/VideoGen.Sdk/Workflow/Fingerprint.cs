using System.Security.Cryptography;
using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Tells whether two requests under one key are the same. Versioned: a later release may read more fields.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of a stored request (inputs already known by their hash); the key itself does not count, nor does what changes only how long is waited or how much may be risked.</summary>
    public static string Of(VideoRequest stored)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored with { IdempotencyKey = null, Deadline = null, PerVideoLimitUsd = null, FailoverOnContentRejected = null, AllowPossibleDoubleCharge = null }, QueueJsonContext.Default.VideoRequest);
        return $"v1:{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}";
    }
}
