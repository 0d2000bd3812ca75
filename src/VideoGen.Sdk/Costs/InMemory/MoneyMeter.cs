namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>The running total of what was reserved at or after an instant. Each attempt enters once and leaves once, so that a look costs O(1) in the mean.</summary>
internal sealed class MoneyMeter(AttemptsByTime attempts)
{
    private int head = attempts.Count;
    private long from = long.MaxValue;
    private long microUsd;

    /// <summary>Millionths held and charged for reservations at or after <paramref name="instant"/> (ticks).</summary>
    public long Since(long instant)
    {
        if (instant != from)
        {
            MoveTo(instant);
        }

        return microUsd;
    }

    /// <summary>When enough has left a moving window for this much room; the window begins at <paramref name="instant"/>.</summary>
    public DateTimeOffset LeavesAt(long instant, long excess, TimeSpan span)
    {
        Since(instant);
        var index = head;
        while ((excess -= attempts[index].MicroUsd) > 0)
        {
            index++;
        }

        return new DateTimeOffset(attempts[index].ReservedTicks, TimeSpan.Zero) + span;
    }

    public void Inserted(LedgerAttempt attempt, int index)
    {
        if (attempt.ReservedTicks >= from)
        {
            microUsd = checked(microUsd + attempt.MicroUsd);
        }
        else
        {
            head++;
        }
    }

    public void Changed(LedgerAttempt attempt, long change)
    {
        if (attempt.ReservedTicks >= from)
        {
            microUsd = checked(microUsd + change);
        }
    }

    private void MoveTo(long instant)
    {
        for (; head < attempts.Count && attempts[head].ReservedTicks < instant; head++)
        {
            microUsd -= attempts[head].MicroUsd;
        }

        for (; head > 0 && attempts[head - 1].ReservedTicks >= instant; head--)
        {
            microUsd = checked(microUsd + attempts[head - 1].MicroUsd);
        }

        from = instant;
    }
}
