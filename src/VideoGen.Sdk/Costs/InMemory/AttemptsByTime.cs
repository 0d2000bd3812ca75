namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>The attempts of a scope in the order of reservation, and the running totals that look at their end.</summary>
internal sealed class AttemptsByTime
{
    private readonly List<LedgerAttempt> attempts = [];
    private readonly List<MoneyMeter> meters = [];

    public int Count => attempts.Count;

    public LedgerAttempt this[int index] => attempts[index];

    /// <summary>The place of the first attempt reserved at or after an instant.</summary>
    public int IndexFrom(long ticks)
    {
        var (low, high) = (0, attempts.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = attempts[middle].ReservedTicks < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A new running total over these attempts.</summary>
    public MoneyMeter NewMeter()
    {
        var meter = new MoneyMeter(this);
        meters.Add(meter);
        return meter;
    }

    /// <summary>Millionths held and charged of what was reserved in the stretch; half open.</summary>
    public long Between(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = 0L;
        for (var index = attempts.Count - 1; index >= 0 && attempts[index].ReservedTicks >= from.UtcTicks; index--)
        {
            sum = checked(sum + (attempts[index].ReservedTicks < until.UtcTicks ? attempts[index].MicroUsd : 0));
        }

        return sum;
    }

    // A clock that was set back puts a reservation before others; the totals follow.
    public void Add(LedgerAttempt attempt)
    {
        var index = attempts.Count;
        while (index > 0 && attempts[index - 1].ReservedTicks > attempt.ReservedTicks)
        {
            index--;
        }

        attempts.Insert(index, attempt);
        foreach (var meter in meters)
        {
            meter.Inserted(attempt, index);
        }
    }

    public void Changed(LedgerAttempt attempt, long microUsd)
    {
        if (microUsd == 0)
        {
            return;
        }

        foreach (var meter in meters)
        {
            meter.Changed(attempt, microUsd);
        }
    }
}
