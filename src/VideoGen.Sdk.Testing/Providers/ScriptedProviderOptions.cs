using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>What a <see cref="ScriptedVideoProvider"/> is and promises.</summary>
public sealed record ScriptedProviderOptions
{
    /// <summary>Provider name. Default <c>scripted</c>.</summary>
    public string Name { get; init; } = "scripted";

    /// <summary>Account name. Default <c>default</c>.</summary>
    public string Account { get; init; } = "default";

    /// <summary>Whether a submit costs money. Default true.</summary>
    public bool IsPaid { get; init; } = true;

    /// <summary>Whether submitting again is free and pure. Default false.</summary>
    public bool IsSubmitRepeatable { get; init; }

    /// <summary>Whether it can look a job up by our client reference. Default true.</summary>
    public bool CanFind { get; init; } = true;

    /// <summary>How long the same key and bytes return the first job; null sends no key. Default null.</summary>
    public TimeSpan? ReplayWindow { get; init; }

    /// <summary>Upper bound of the price in USD; null says that it is unknown. Default 0.30.</summary>
    public decimal? EstimateUsd { get; init; } = 0.30m;

    /// <summary>Whether it is offered, ending or gone.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Available;

    /// <summary>Shortest time between two status requests of one job. Default 5 s.</summary>
    public TimeSpan PollFloor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether it could be used now.</summary>
    public ProviderReadiness Readiness { get; init; } = ProviderReadiness.Ready;

    /// <summary>Whether inputs are read again into the body of the submit. Default false.</summary>
    public bool SendsInputsInBody { get; init; }

    /// <summary>How long an uploaded input lives; null for ever.</summary>
    public TimeSpan? UploadLifetime { get; init; }
}
