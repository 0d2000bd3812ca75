namespace VideoGen.Sdk.Costs;

/// <summary>What an alert is about.</summary>
public enum BudgetAlertKind
{
    /// <summary>Held and charged money of a day or month reached 75, 90 or 100 percent of its limit.</summary>
    Threshold,

    /// <summary>A vendor asked for more than was held, and the hold was raised, past a limit if need be.</summary>
    HoldRaised,

    /// <summary>A vendor took more than was held, or stated an amount that is not trusted.</summary>
    UnexpectedCharge,

    /// <summary>A day's spending is far above that of the days before.</summary>
    UnusualDay,

    /// <summary>At this pace the month's limit is reached before the month ends.</summary>
    Forecast,
}
