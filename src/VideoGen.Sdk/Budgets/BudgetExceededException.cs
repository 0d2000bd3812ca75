namespace VideoGen.Sdk.Budgets;

/// <summary>"Budget limit reached": nothing was sent and nothing is held. Raise the limit under <c>VideoGeneration:Budget</c>, ask for less, or wait until it resets.</summary>
public sealed class BudgetExceededException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public BudgetExceededException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public BudgetExceededException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public BudgetExceededException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The limit in the way, such as <c>daily budget</c>.</summary>
    public string? Limit { get; init; }

    /// <summary>What the cheapest candidate would take of it.</summary>
    public decimal Asked { get; init; }

    /// <summary>What is left of it.</summary>
    public decimal Available { get; init; }

    /// <summary>When it resets; null when time does not heal it.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>Says it from a verdict.</summary>
    public static BudgetExceededException From(PlanVerdict verdict, string? jobId) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Budget limit reached: {verdict.Limit} leaves {verdict.Available:0.00####} of the {verdict.Asked:0.00####} asked for{(verdict.ResetsAt is { } at ? $", resets at {at:u}" : "")}. Raise it under VideoGeneration:Budget (in snake_case: video_generation.budget), ask for less{(verdict.ResetsAt is null ? "" : ", or wait")}."))
        {
            JobId = jobId,
            Limit = verdict.Limit,
            Asked = verdict.Asked,
            Available = verdict.Available,
            ResetsAt = verdict.ResetsAt,
        };
}
