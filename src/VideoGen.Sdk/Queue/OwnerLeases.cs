namespace VideoGen.Sdk.Queue;

/// <summary>How every store reads what is left of a lease.</summary>
public static class OwnerLeases
{
    /// <summary>What is left of a lease. More than two leases cannot be left unless the clock was set back since the renewal: whoever lives renews soon, and nobody else may hold a job for an hour; so that is none.</summary>
    /// <param name="lease">Length of the lease.</param>
    /// <param name="left">Its end less the store's time now.</param>
    public static TimeSpan Left(TimeSpan lease, TimeSpan left) => left > lease + lease ? TimeSpan.Zero : left;
}
