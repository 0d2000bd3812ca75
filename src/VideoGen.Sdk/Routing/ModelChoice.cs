using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Routing;

/// <summary>Chooses the one model of an account that stands as its candidate: the request's, else the account's, else the first in catalogue order that can do it.</summary>
internal sealed class ModelChoice(ModelCatalogue catalogue)
{
    /// <summary>The obstacle, or null with the choice made.</summary>
    public Obstacle? TryChoose(ProviderRegistration registration, VideoRequest request, Wishes wishes, string? modelId, DateTimeOffset now, out ChosenModel? choice)
    {
        choice = null;
        var provider = registration.Provider.Descriptor.Name;
        var wanted = modelId ?? registration.Options.Model;
        wanted ??= registration.HasOwnModel && catalogue.ModelsOf(provider).Count == 0 ? provider : null;
        IReadOnlyList<CatalogueModel> models = wanted is null ? [.. catalogue.ModelsOf(provider).Where(m => !m.IsByNameOnly)]
            : catalogue.Find(provider, wanted) is { } found ? [found]
            : catalogue.AllowsUnlisted(provider) || IsOwn(registration, wanted) ? [Unlisted(provider, wanted, request)]
            : [];
        Obstacle? first = null;
        foreach (var model in models)
        {
            var obstacle = TryModel(registration, request, wishes, model, now, out choice);
            if (obstacle is null)
            {
                return null;
            }

            first ??= obstacle;
        }

        return first ?? new(wanted is null ? "has no models in the catalogue" : $"has no model {wanted}", wanted);
    }

    private bool IsOwn(ProviderRegistration registration, string model) =>
        registration.HasOwnModel && registration.Provider.Descriptor.Name == model && catalogue.ModelsOf(model).Count == 0;

    private static Obstacle? TryModel(ProviderRegistration registration, VideoRequest request, Wishes wishes, CatalogueModel model, DateTimeOffset now, out ChosenModel? choice)
    {
        choice = null;
        if (model.IsRetiredAt(now))
        {
            return new($"retired since {model.EndsOn:yyyy-MM-dd}", model.Id);
        }

        string? obstacle = null;
        string? priceless = null;
        foreach (var offer in model.Offers)
        {
            var match = OfferMatch.Try(request, wishes, model, offer);
            if (match.Spec is null)
            {
                obstacle ??= match.Obstacle;
                continue;
            }

            var price = AccountPrice.Of(registration, model, match.Spec);
            if (price.Obstacle is { } refusal)
            {
                obstacle ??= refusal;
                continue;
            }

            if (price.Usd is not { } usd)
            {
                priceless = "its price is unknown, so no budget can hold it; declare UnknownPriceCeilingUsd or CostPerVideoUsd for the account";
                continue;
            }

            if (choice is null || usd < choice.EstimateUsd)
            {
                choice = new ChosenModel(model, match.Spec, usd, price.IsUnconfirmed, match.Notes);
            }
        }

        return choice is null ? new(priceless ?? obstacle ?? "offers nothing", model.Id) : null;
    }

    // A model that the vendor may have though we do not list it: everything is passed on as wished, and no price is known.
    public static CatalogueModel Unlisted(string provider, string id, VideoRequest request) => new()
    {
        Provider = provider,
        Id = id,
        TakesNegativePrompt = true,
        TakesSeed = true,
        Offers =
        [
            new ModelOffer
            {
                Operations = [request.EffectiveOperation],
                Sound = request.Sound ?? false,
                Seconds = request.Duration is { } d ? [(decimal)d.TotalSeconds] : [],
                Ratios = request.AspectRatio is { } r ? [r] : [],
                Resolutions = request.Resolution is { } v ? [v] : [],
                Inputs = OfferMatch.InputsOf(request).GroupBy(i => i.Role).ToDictionary(g => g.Key, g => g.Count()),
            },
        ],
    };
}
