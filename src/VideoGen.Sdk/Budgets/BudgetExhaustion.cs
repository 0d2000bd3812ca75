namespace VideoGen.Sdk.Budgets;

/// <summary>What becomes of a job when the budget is spent.</summary>
public enum BudgetExhaustion
{
    /// <summary>It fails with <see cref="BudgetExceededException"/>; nothing was sent.</summary>
    Fail,

    /// <summary>It waits for the day or month in which the limit has room again, unless its deadline comes first or no reset can help (a limit per video). Callers of <see cref="IVideoGenerator"/> wait too.</summary>
    WaitForReset,
}
