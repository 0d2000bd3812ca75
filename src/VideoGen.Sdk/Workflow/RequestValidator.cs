using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says every fault of a request at once, each with its field and fix, before anything is made.</summary>
internal sealed class RequestValidator(ProviderRegistry registry, PlatformCatalogue platforms, NamedProvider naming)
{
    private const int LongestPrompt = 100_000;
    private const int LongestName = 200;

    public void ThrowIfInvalid(VideoRequest request) => ThrowIfInvalid(request, platforms);

    public static void ThrowIfInvalid(VideoRequest request, PlatformCatalogue platforms)
    {
        var faults = Faults(request, platforms).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidVideoRequestException(faults);
        }
    }

    /// <summary>Refuses providers by name that are unknown, switched off, gone, another tenant's or without a key. For new jobs only: one that runs is finished whatever was switched off since.</summary>
    public void ThrowIfRefused(VideoRequest request)
    {
        var model = ModelName.Split(request.Model, registry).Provider;
        var faults = request.PreferredProviders.Select(n => naming.Fault("PreferredProviders", n, request.Tenant))
            .Append(model is null ? null : naming.Fault("Model", model, request.Tenant))
            .OfType<string>()
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidVideoRequestException(faults);
        }

        foreach (var name in request.PreferredProviders.Append(model).OfType<string>())
        {
            if (naming.MissingKeyOf(name, request.Tenant) is { } missing)
            {
                throw new ProviderKeyMissingException(missing) { Provider = name };
            }
        }
    }

    private static IEnumerable<string> Faults(VideoRequest request, PlatformCatalogue platforms)
    {
        if (string.IsNullOrWhiteSpace(request.Prompt) && string.IsNullOrWhiteSpace(request.Avatar?.Script))
        {
            yield return "Prompt: is empty; say in words what to see.";
        }

        if (request.Prompt?.Length > LongestPrompt)
        {
            yield return $"Prompt: has {request.Prompt.Length} characters; at most {LongestPrompt} are read.";
        }

        if (request.Duration is { } duration && (duration <= TimeSpan.Zero || duration > TimeSpan.FromHours(1)))
        {
            yield return $"Duration: {duration.TotalSeconds:0.###} s is impossible; ask for more than 0 s and at most an hour.";
        }

        if (request.AspectRatio is { } ratio && (ratio.Width <= 0 || ratio.Height <= 0 || ratio.Value is > 10m or < 0.1m))
        {
            yield return $"AspectRatio: {ratio} is impossible; ask for a shape between 1:10 and 10:1.";
        }

        if (request.Resolution is { Lines: <= 0 or > 8640 })
        {
            yield return $"Resolution: {request.Resolution} is impossible; ask for 480p, 720p, 1080p, 2k or 4k.";
        }

        if (request.Format is { } format && (format.Width is < 16 or > 8192 || format.Height is < 16 or > 8192 || format.Width % 2 != 0 || format.Height % 2 != 0))
        {
            yield return $"Format: {format.Width}x{format.Height} is impossible; both sides must be even and between 16 and 8192.";
        }

        foreach (var fault in MoneyAndNames(request, platforms).Concat(References(request)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> MoneyAndNames(VideoRequest request, PlatformCatalogue platforms)
    {
        if (request.PerVideoLimitUsd is < 0m)
        {
            yield return $"PerVideoLimitUsd: {request.PerVideoLimitUsd} is negative; 0 allows only free videos.";
        }

        if (request.Deadline is { } deadline && (deadline <= TimeSpan.Zero || deadline > TimeSpan.FromDays(366)))
        {
            yield return "Deadline: must be above zero and at most 366 days; leave it out for none.";
        }

        if (request.Format is not null && (request.AspectRatio is not null || request.Resolution is not null))
        {
            yield return "Format: names the picture exactly; leave AspectRatio and Resolution out beside it.";
        }

        if (request.TargetPlatform is { } platform && platforms.Find(platform) is null)
        {
            yield return $"TargetPlatform: '{platform}' is unknown. Known: {string.Join(", ", platforms.All.Select(p => p.Id))}.";
        }

        foreach (var fault in PlatformContradictions.Of(request, platforms))
        {
            yield return fault;
        }

        foreach (var (field, value) in new[] { ("IdempotencyKey", request.IdempotencyKey), ("Tenant", request.Tenant), ("Campaign", request.Campaign) })
        {
            if (value is not null && (value.Length is 0 or > LongestName || value.Any(char.IsControl)))
            {
                yield return $"{field}: must have 1 to {LongestName} characters without control characters.";
            }
        }
    }

    private static IEnumerable<string> References(VideoRequest request)
    {
        foreach (var media in OfferMatch.InputsOf(request))
        {
            var sources = (media.Url is null ? 0 : 1) + (media.FilePath is null ? 0 : 1) + (media.Bytes.IsEmpty ? 0 : 1) + (media.AssetId is null ? 0 : 1);
            if (sources != 1)
            {
                yield return $"{media.Role} reference: has {sources} sources; give exactly one of Url, FilePath and Bytes.";
            }

            if (media.Url is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http")))
            {
                yield return $"{media.Role} reference: its address must be an absolute http or https one.";
            }
        }
    }
}
