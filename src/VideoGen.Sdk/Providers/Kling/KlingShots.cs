using System.Globalization;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Several shots in one clip, checked here because the vendor's refusal does not say which shot is wrong.</summary>
internal static class KlingShots
{
    public static void Check(IReadOnlyList<KlingShot> shots, TimeSpan? duration)
    {
        if (shots.Count > 6 || shots.Any(s => s.Seconds < 1 || s.Words.Length is 0 or > 512))
        {
            throw KlingErrors.Refuse("Kling takes at most 6 shots, each of at least 1 second and of 1 to 512 characters.");
        }

        if (shots.Count > 0 && duration is { } d && shots.Sum(s => s.Seconds) != (int)d.TotalSeconds)
        {
            throw KlingErrors.Refuse($"The shots add up to {shots.Sum(s => s.Seconds)} s, the clip has {(int)d.TotalSeconds} s.");
        }
    }

    /// <summary>The form of the new standard: <c>shot 1, 3, words; shot 2, …</c></summary>
    public static string Text(IReadOnlyList<KlingShot> shots) =>
        string.Join(' ', shots.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"shot {i + 1}, {s.Seconds}, {s.Words};")));
}
