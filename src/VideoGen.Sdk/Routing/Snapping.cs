using System.Globalization;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Routing;

/// <summary>Brings wishes to what an offer has, or says why not. Pure.</summary>
internal static class Snapping
{
    private static readonly TimeSpan LeastReach = TimeSpan.FromSeconds(1);

    /// <summary>The nearest offered length (ties: the longer), if it is within a fifth of the wish or one second, whichever is more.</summary>
    public static Snapped<TimeSpan?> Duration(ModelOffer offer, Wishes wishes)
    {
        var nearest = NearestSeconds(offer, (decimal?)wishes.Duration?.TotalSeconds, wishes.Platform);
        if (nearest is not { } seconds)
        {
            return wishes.Duration is not { } asked || wishes.IsDurationFree ? new(null, null)
                : wishes.Exact.HasFlag(ExactWishes.Duration) ? new(null, $"has no choice of length, asked exactly {Text((decimal)asked.TotalSeconds)} s")
                : new(null, null, "the model decides the length");
        }

        if (wishes.Platform is { } platform && !Takes(platform, seconds))
        {
            return new(null, $"offers {Offered(offer)} s, {platform.Id} takes {platform.MinDuration} to {platform.MaxDuration} s");
        }

        var snapped = TimeSpan.FromSeconds((double)seconds);
        if (wishes.Duration is not { } wish || snapped == wish)
        {
            return new(snapped, null);
        }

        var reach = wishes.Exact.HasFlag(ExactWishes.Duration) ? TimeSpan.Zero : wish / 5 > LeastReach ? wish / 5 : LeastReach;
        return wishes.IsDurationFree || (snapped - wish).Duration() <= reach
            ? new(snapped, null, $"length {Text(seconds)} s instead of {Text((decimal)wish.TotalSeconds)} s")
            : new(null, $"offers {Offered(offer)} s, asked {Text((decimal)wish.TotalSeconds)} s");
    }

    /// <summary>The wished shape as the vendor writes it; another one only where <i>Optimise</i> may refit it.</summary>
    public static Snapped<AspectRatio?> Ratio(ModelOffer offer, Wishes wishes, IEnumerable<AspectRatio> ratios)
    {
        if (wishes.Ratio is not { } wish)
        {
            return new(FirstOrNull(ratios), null);
        }

        foreach (var ratio in ratios)
        {
            if (ratio.IsSameShapeAs(wish))
            {
                return new(ratio, null);
            }
        }

        if (!wishes.MayRefit)
        {
            return new(null, offer.Ratios.Count == 0 ? $"has no choice of ratio, asked {wish}" : $"offers {string.Join(", ", offer.Ratios)}, asked {wish}");
        }

        var nearest = ratios.OrderBy(r => Math.Abs(Math.Log((double)(r.Value / wish.Value)))).Select(r => (AspectRatio?)r).FirstOrDefault();
        return new(nearest, null, nearest is null ? $"ratio chosen by the model, refitted to {wish}" : $"ratio {nearest}, refitted to {wish}");
    }

    /// <summary>The smallest offered resolution at or above the wish, else the largest.</summary>
    public static Snapped<VideoResolution?> Resolution(ModelOffer offer, Wishes wishes)
    {
        if (offer.Resolutions.Count == 0)
        {
            return wishes.Exact.HasFlag(ExactWishes.Resolution) && wishes.Resolution is { } demanded
                ? new(null, $"has no choice of resolution, asked exactly {demanded}")
                : new(null, null);
        }

        if (wishes.Resolution is not { } wish)
        {
            return new(offer.DefaultResolution ?? offer.Resolutions[0], null);
        }

        var best = offer.Resolutions.Where(r => r >= wish).Select(r => (VideoResolution?)r).Min() ?? offer.Resolutions.Max();
        return best == wish ? new(best, null)
            : wishes.Exact.HasFlag(ExactWishes.Resolution) ? new(null, $"offers {string.Join(", ", offer.Resolutions)}, asked exactly {wish}")
            : new(best, null, $"resolution {best} instead of {wish}");
    }

    private static decimal? NearestSeconds(ModelOffer offer, decimal? wish, PlatformSpecs? platform)
    {
        if (offer.Seconds.Count > 0)
        {
            return wish is { } w
                ? offer.Seconds.OrderBy(s => platform is null || Takes(platform, s) ? 0 : 1).ThenBy(s => Math.Abs(s - w)).ThenByDescending(s => s).First()
                : offer.DefaultSeconds ?? offer.Seconds[0];
        }

        if (offer.SecondsFrom is not { } from || offer.SecondsTo is not { } to)
        {
            return null;
        }

        var target = Math.Clamp(wish ?? offer.DefaultSeconds ?? from, from, to);
        var steps = Math.Min(Math.Round((target - from) / offer.SecondsStep, MidpointRounding.AwayFromZero), Math.Floor((to - from) / offer.SecondsStep));
        return from + (steps * offer.SecondsStep);
    }

    private static bool Takes(PlatformSpecs platform, decimal seconds) => seconds >= platform.MinDuration && seconds <= platform.MaxDuration;

    private static AspectRatio? FirstOrNull(IEnumerable<AspectRatio> ratios) => ratios.Select(r => (AspectRatio?)r).FirstOrDefault();

    private static string Offered(ModelOffer offer) => offer.Seconds.Count > 0
        ? string.Join(", ", offer.Seconds.Select(Text))
        : $"{Text(offer.SecondsFrom!.Value)} to {Text(offer.SecondsTo!.Value)}";

    private static string Text(decimal seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
