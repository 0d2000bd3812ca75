using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Fits a request to one provider as a plan would, without asking what a budget allows.</summary>
internal static class DirectFit
{
    private const string Retired = " is retired since ";

    public static FittedRequest Of(IVideoProvider provider, VideoRequest request, ModelCatalogue catalogue, DateTimeOffset now)
    {
        RequestValidator.ThrowIfInvalid(request, PlatformCatalogue.Embedded);
        var name = provider.Descriptor.Name;
        var wishes = Wishes.Of(request, PlatformCatalogue.Embedded);
        var obstacles = new List<string>();
        foreach (var model in Models(name, request, catalogue))
        {
            if (model.IsRetiredAt(now))
            {
                obstacles.Add($"{model.Id}{Retired}{model.EndsOn:yyyy-MM-dd}");
                continue;
            }

            var matches = model.Offers.Select(o => OfferMatch.Try(request, wishes, model, o)).ToList();
            var fitted = matches.Where(m => m.Spec is not null)
                .Select(m => new FittedRequest(m.Spec!, provider.Estimate(m.Spec!, model), m.Notes))
                .ToList();
            if (fitted.Where(f => f.Estimate.Obstacle is null).MinBy(f => f.Estimate.Usd ?? decimal.MaxValue) is { } cheapest)
            {
                return cheapest;
            }

            obstacles.Add($"{model.Id} {fitted.Select(f => f.Estimate.Obstacle).Concat(matches.Select(m => m.Obstacle)).OfType<string>().FirstOrDefault() ?? "offers nothing"}");
        }

        // What is gone matters only where nothing else is left.
        obstacles = obstacles.Exists(o => !o.Contains(Retired, StringComparison.Ordinal)) ? obstacles.FindAll(o => !o.Contains(Retired, StringComparison.Ordinal)) : obstacles;
        throw new InvalidVideoRequestException($"{name} cannot do this request: {(obstacles.Count == 0 ? "it has no models in the catalogue" : string.Join("; ", obstacles))}. Ask for what one of them offers.");
    }

    private static IEnumerable<CatalogueModel> Models(string name, VideoRequest request, ModelCatalogue catalogue)
    {
        var listed = catalogue.ModelsOf(name);
        var wanted = request.Model?.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase) == true && catalogue.Find(name, request.Model) is null ? request.Model[(name.Length + 1)..] : request.Model;
        return wanted is not null ? [catalogue.Find(name, wanted) ?? (catalogue.AllowsUnlisted(name) || listed.Count == 0
                ? ModelChoice.Unlisted(name, wanted, request)
                : throw new InvalidVideoRequestException($"Model: {name} has no model {wanted}. Known: {string.Join(", ", listed.Select(m => m.Id))}."))]
            : listed.Count == 0 ? [ModelChoice.Unlisted(name, name, request)]
            : listed.Where(m => !m.IsByNameOnly);
    }
}
