namespace QueueWorker;

/// <summary>Amounts as people write them.</summary>
internal static class Usd
{
    /// <summary>The same amount without the zeros at its end, which stores add.</summary>
    public static decimal Short(decimal amount) => amount / 1.0000000000000000000000000000m;
}
