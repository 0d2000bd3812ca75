namespace VideoGen.Sdk.Routing;

/// <summary>No provider can do the request; nothing was held or sent. The message gives the reason of each.</summary>
public sealed class NoCandidateException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public NoCandidateException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public NoCandidateException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public NoCandidateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Every provider that was left out, with its reason.</summary>
    public IReadOnlyList<PlanExclusion> Exclusions { get; init; } = [];

    /// <summary>Says it from a plan.</summary>
    public static NoCandidateException From(IReadOnlyList<PlanExclusion> exclusions, string? jobId) =>
        new(exclusions.Count == 0
            ? "No provider is registered: call AddLocal(), or configure a vendor under VideoGeneration:Providers."
            : $"No provider can do this request. {string.Join(" ", exclusions.Select(Sentence))}")
        {
            Exclusions = exclusions,
            JobId = jobId,
        };

    private static string Sentence(PlanExclusion exclusion) =>
        $"{exclusion.Provider}{(exclusion.Account == "default" ? "" : "/" + exclusion.Account)}{(exclusion.Model is { } model && model != exclusion.Provider ? $" ({model})" : "")}: {exclusion.Reason.TrimEnd('.')}.";
}
