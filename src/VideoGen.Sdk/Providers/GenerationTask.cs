namespace VideoGen.Sdk.Providers;

/// <summary>Everything that the one paid request is written from.</summary>
public sealed record GenerationTask
{
    /// <summary>What to make.</summary>
    public required GenerationSpec Spec { get; init; }

    /// <summary>Our id, chosen before the submit; carried wherever the vendor takes one. ASCII letters, digits and hyphens, at most 64.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Inputs, in the order of the request.</summary>
    public IReadOnlyList<TaskInput> Inputs { get; init; } = [];

    /// <summary>Where the vendor may report the end; null without webhooks. Its last segment is the client reference.</summary>
    public Uri? CallbackUrl { get; init; }
}
