using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>A task brought to one endpoint: its inputs sorted, everything left open filled in so that the vendor's unwritten defaults cannot move the price.</summary>
internal sealed record RunwayOrder(GenerationSpec Spec, RunwayDialect Dialect, RunwaySettings Settings, RunwayInputs Inputs)
{
    public static RunwayOrder Of(GenerationTask task, ModelCatalogue catalogue, DateTimeOffset now)
    {
        var model = task.Spec.Model;
        var listed = catalogue.Find(RunwayProvider.Name, model);
        if (listed?.IsRetiredAt(now) == true)
        {
            throw RunwayFault.Of(ProviderFailureKind.Retired, $"{model} has been retired since {listed.EndsOn:yyyy-MM-dd}");
        }

        var inputs = RunwayInputs.Of(task);
        var route = RouteOf(task.Spec, inputs);
        var dialect = RunwayDialects.Find(route, model) ?? throw RunwayFault.Of(
            ProviderFailureKind.NotSupported, $"{model} is not served at {route}{(RunwayDialects.IsKnown(model) ? "" : "; its field names there are unknown")}");
        var order = new RunwayOrder(RunwayCompletion.Of(task.Spec, dialect, listed), dialect, RunwaySettings.Of(task.Spec), inputs);
        RunwayChecks.Demand(order);
        return order;
    }

    /// <summary>Pictures that are no frames are references, which only the text endpoint takes together with words.</summary>
    private static string RouteOf(GenerationSpec spec, RunwayInputs inputs) => spec.Operation switch
    {
        VideoOperation.CharacterPerformance => RunwayRoute.Performance,
        VideoOperation.VideoToVideo => RunwayRoute.Video,
        VideoOperation.TextToVideo => RunwayRoute.Text,
        VideoOperation.ImageToVideo => inputs.HasFrames || !inputs.HasReferences ? RunwayRoute.Image : RunwayRoute.Text,
        _ => throw RunwayFault.Of(ProviderFailureKind.NotSupported, $"does not do {spec.Operation}"),
    };
}
