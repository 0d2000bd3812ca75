using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Workflow;

/// <summary>Wishes that the target platform would refuse after the video was paid for, and that no fitting can mend.</summary>
internal static class PlatformContradictions
{
    public static IEnumerable<string> Of(VideoRequest request, PlatformCatalogue platforms)
    {
        if (request.TargetPlatform is not { } id || platforms.Find(id) is not { } platform)
        {
            yield break;
        }

        if (request.Duration is { } duration && duration > TimeSpan.Zero
            && (duration < TimeSpan.FromSeconds(platform.MinDuration) || duration > TimeSpan.FromSeconds(platform.MaxDuration)))
        {
            yield return $"Duration: {duration.TotalSeconds:0.###} s is nothing for {platform.Id}, which takes {platform.MinDuration} to {platform.MaxDuration} s; ask for a length in between or for another platform.";
        }

        // Another shape is refitted, unless the caller insists on it.
        if (request.Exact.HasFlag(ExactWishes.AspectRatio) && request.AspectRatio is { Width: > 0, Height: > 0 } ratio && !ratio.IsSameShapeAs(platform.AspectRatio))
        {
            yield return $"AspectRatio: exactly {ratio} is nothing for {platform.Id}, which takes {platform.AspectRatio}; leave Exact out to have it refitted, or name another platform.";
        }
    }
}
