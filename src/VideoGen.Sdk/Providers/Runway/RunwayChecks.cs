using static VideoGen.Sdk.Providers.Runway.RunwayField;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Refuses what the vendor would refuse anyway, and what would change the result or the price without being asked for.</summary>
internal static class RunwayChecks
{
    public static void Demand(RunwayOrder order)
    {
        DemandInputs(order);
        DemandSettings(order);
        DemandKnownPrice(order);
    }

    private static void DemandInputs(RunwayOrder order)
    {
        var (inputs, dialect) = (order.Inputs, order.Dialect);
        Refuse(inputs.First is not null && !dialect.Has(FirstFrame) && !dialect.Has(Keyframes) && !dialect.Has(Performance), order, "takes no first picture here");
        Refuse(inputs.Last is not null && !dialect.Has(LastFrame) && !dialect.Has(Keyframes), order, "takes no last picture here");
        Refuse(inputs is { Last: not null, First: null } && dialect.Has(LastNeedsFirst), order, "takes a last picture only with a first one");
        Refuse(dialect.Route == RunwayRoute.Image && !inputs.HasFrames, order, "needs a picture");
        Refuse(inputs.Pictures.Count > 0 && !dialect.Has(References) && !dialect.Has(Performance), order, inputs.HasFrames ? "takes no reference pictures beside a first or last one" : "takes no reference pictures here");
        Refuse(inputs.Videos.Count > 0 && !dialect.Has(ReferenceVideos) && !dialect.Has(Performance), order, "takes no reference clips here");
        Refuse(inputs.Sounds.Count > 0 && !dialect.Has(ReferenceAudio), order, "takes no sound here");
        var takesSource = dialect.Has(VideoUri) || dialect.Has(PromptVideo) || dialect.Has(Performance);
        Refuse(takesSource && inputs.Source is null, order, "needs a source clip");
        Refuse(!takesSource && inputs.Source is not null, order, "takes no source clip here");
        Refuse(dialect.Has(Performance) && (inputs.First is null ? 0 : 1) + inputs.Pictures.Count + inputs.Videos.Count != 1, order, "needs one character: a picture or a clip beside the source");
    }

    private static void DemandSettings(RunwayOrder order)
    {
        var (settings, dialect) = (order.Settings, order.Dialect);
        Refuse(settings.OutputFormat is not (null or "mp4") && !dialect.Has(OutputFormat), order, "has no OutputFormat; leave the setting empty");
        Refuse(settings.AutoDuration && !dialect.Has(AutoDuration), order, "has no AutoDuration");
        Refuse(settings.Mode is not null && !dialect.Has(Mode), order, "has no Mode");
        Refuse(settings.Keyframes.Count > 0 && !dialect.Has(Keyframes), order, "has no Keyframes");
        Refuse(settings.Keyframes.Count + (order.Inputs.First is null ? 0 : 1) + (order.Inputs.Last is null ? 0 : 1) > 5 && dialect.Has(Keyframes), order, "takes five keyframes");
        Refuse(settings.Keyframes.Any(k => k.At is null == k.AtFraction is null), order, "needs At or AtFraction, not both, in every keyframe");
        Refuse(settings.ExpressionIntensity is < 1 or > 5, order, "takes an ExpressionIntensity from 1 to 5");
    }

    // Clips handed in are charged by the second, and nobody here can measure one: without its length the hold would be no upper bound.
    private static void DemandKnownPrice(RunwayOrder order) => Refuse(
        order.Dialect.Model == RunwayPrice.ChargesForInputSeconds && order.Inputs.Videos.Count > 0 && order.Spec.InputVideoDuration == TimeSpan.Zero,
        order, "charges for the seconds of reference clips; say how long they play");

    private static void Refuse(bool isWrong, RunwayOrder order, string why)
    {
        if (isWrong)
        {
            throw RunwayFault.Of(ProviderFailureKind.NotSupported, $"{order.Dialect.Model} {why}");
        }
    }
}
