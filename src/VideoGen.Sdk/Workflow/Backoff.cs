using System.Security.Cryptography;

namespace VideoGen.Sdk.Workflow;

/// <summary>Exponential backoff with full jitter: anything between nothing and the doubled step, so that many jobs do not return at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    public static TimeSpan Full(int tries, TimeSpan ceiling)
    {
        var step = First * Math.Pow(2, Math.Clamp(tries - 1, 0, 20));
        return (step < ceiling ? step : ceiling) * (RandomNumberGenerator.GetInt32(1, 1001) / 1000.0);
    }
}
