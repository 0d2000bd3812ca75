namespace VideoGen.Sdk.Providers;

/// <summary>Who a provider is and what it promises; everything here is known without a request.</summary>
public sealed record ProviderDescriptor
{
    /// <summary>Vendor name, lower case, such as <c>kling</c>; the catalogue lists its models under it.</summary>
    public required string Name { get; init; }

    /// <summary>Account name, lower case; <c>default</c> unless several are configured.</summary>
    public string Account { get; init; } = "default";

    /// <summary>Name and account as one id, such as <c>kling/default</c>.</summary>
    public string Id => $"{Name}/{Account}";

    /// <summary>Whether a submit costs money. False only for a provider that renders on this machine.</summary>
    public bool IsPaid { get; init; } = true;

    /// <summary>Whether submitting again is free and pure, so that the next owner may simply do so. False for every vendor.</summary>
    public bool IsSubmitRepeatable { get; init; }

    /// <summary>How long after the first POST the vendor states that the same key and bytes return the first job; null where it states nothing.</summary>
    public TimeSpan? ReplayWindow { get; init; }

    /// <summary>Whether <see cref="IVideoProvider.FindAsync"/> can find a job by our client reference.</summary>
    public bool CanFind { get; init; }

    /// <summary>Whether the whole surface is offered, ending or gone.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Available;

    /// <summary>Shortest time between two status requests of one job that the vendor allows.</summary>
    public TimeSpan PollFloor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one submit may take before its outcome counts as unknown. Default 120 s.</summary>
    public TimeSpan SubmitDeadline { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Whether a verified callback of this provider can end a wait.</summary>
    public bool SendsCallbacks { get; init; }
}
