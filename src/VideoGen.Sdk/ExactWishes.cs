namespace VideoGen.Sdk;

/// <summary>Which wishes of a request may not be snapped to what a model offers.</summary>
[Flags]
public enum ExactWishes
{
    /// <summary>All are wishes: the nearest offer within the documented distance is taken.</summary>
    None = 0,

    /// <summary>The duration as asked, or the model is left out.</summary>
    Duration = 1,

    /// <summary>The ratio as asked from the model itself; <i>Optimise</i> does not refit another one.</summary>
    AspectRatio = 2,

    /// <summary>The resolution as asked, or the model is left out.</summary>
    Resolution = 4,
}
