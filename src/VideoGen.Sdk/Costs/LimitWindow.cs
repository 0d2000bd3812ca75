namespace VideoGen.Sdk.Costs;

/// <summary>The stretch over which a limit counts.</summary>
public abstract record LimitWindow
{
    private LimitWindow()
    {
    }

    /// <summary>One video: the sum over all attempts of the job.</summary>
    public sealed record Video : LimitWindow;

    /// <summary>The last so many seconds to days, moving with time. What is exactly one span old has left it.</summary>
    /// <param name="Span">Length, above zero and at most ten years.</param>
    public sealed record Rolling(TimeSpan Span) : LimitWindow;

    /// <summary>A calendar day in a zone; daylight-saving days have 23 or 25 hours.</summary>
    /// <param name="Zone">The zone.</param>
    public sealed record Day(TimeZoneInfo Zone) : LimitWindow;

    /// <summary>A calendar month in a zone.</summary>
    /// <param name="Zone">The zone.</param>
    public sealed record Month(TimeZoneInfo Zone) : LimitWindow;

    /// <summary>As long as an attempt is open: how many may run at once.</summary>
    public sealed record WhileOpen : LimitWindow;
}
