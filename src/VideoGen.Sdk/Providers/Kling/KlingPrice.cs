using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>The upper bound of a task: seconds times the rate of model, size, sound and inputs.</summary>
internal static class KlingPrice
{
    public static PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model, DateOnly day)
    {
        var settings = KlingSettings.ReadOrDefault(spec.SettingsJson);
        var hasVoice = settings.VoiceIds.Count > 0 && KlingModels.TakesVoices(spec.Model);
        return CataloguePrice.Estimate(model, spec, day, spec.Operation == VideoOperation.CharacterPerformance ? Followed(spec, settings, model) : null, hasVoice ? "voice" : null);
    }

    /// <summary>A performance is as long as the clip it follows; where nobody knows that, as long as the catalogue says, or the vendor allows.</summary>
    private static TimeSpan Followed(GenerationSpec spec, KlingSettings settings, CatalogueModel model)
    {
        var longest = TimeSpan.FromSeconds((double)(model.LongestSeconds(spec.Operation) ?? (settings.CharacterOrientation == KlingCharacterOrientation.Image ? 10 : 30)));
        return spec.InputVideoDuration > TimeSpan.Zero && spec.InputVideoDuration < longest ? TimeSpan.FromSeconds(Math.Ceiling(spec.InputVideoDuration.TotalSeconds)) : longest;
    }
}
