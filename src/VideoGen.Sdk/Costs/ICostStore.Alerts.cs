namespace VideoGen.Sdk.Costs;

/// <content>
/// Alerts. Implementers MUST record one for each of 75, 90 and 100 percent that the held and charged money of a scope in the present day or month reaches, of any limit in USD over a
/// <see cref="LimitWindow.Day"/> or <see cref="LimitWindow.Month"/> that the last hold of that scope and period brought with it, and MUST do so in the very transaction that moves the money,
/// so that neither is there without the other. MUST record each raise of a hold, a charge that is above its hold or carries a flag, and a correction to more than was booked unless a person made it, the same way. MUST record each at most once.
/// MUST hand a leased alert to nobody else until the lease ends, and MUST hand it out again after it unless it was marked.
/// </content>
public partial interface ICostStore
{
    /// <summary>Records an alert unless one of its key is there. The store gives id and time.</summary>
    /// <returns>Whether it was new.</returns>
    Task<bool> RecordAlertAsync(BudgetAlert alert, CancellationToken cancellationToken = default);

    /// <summary>Takes undelivered alerts that nobody else delivers now and that are due, those first that are due longest, so that some that fail again and again hold up no others. Each is this caller's until the lease ends.</summary>
    /// <param name="most">Most to take.</param>
    /// <param name="lease">How long they stay with the caller: longer than a delivery takes.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<IReadOnlyList<BudgetAlert>> LeaseAlertsAsync(int most, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Notes that an alert was delivered; a second time, or an unknown id, changes nothing.</summary>
    Task MarkAlertDeliveredAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Notes that a delivery failed: the alert is due again after the delay. A delivered one, or an unknown id, changes nothing.</summary>
    Task RetryAlertAsync(string id, TimeSpan delay, CancellationToken cancellationToken = default);

    /// <summary>Alerts in the order of their recording, delivered or not.</summary>
    /// <param name="from">First instant of recording; null from the first.</param>
    /// <param name="until">First instant of recording that no longer counts; null to the last.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default);

    /// <summary>USD held and charged, by scope, of all that was reserved in a stretch of time; half open.</summary>
    Task<decimal> SpentAsync(LimitScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>
    /// Books what is held as charged, source <see cref="ChargeSource.Presumed"/>, if the attempt has been unverified since a POST that began at least this long ago (store's clock).
    /// Changes nothing in any other state, so that an answer which came meanwhile stands.
    /// </summary>
    Task<AttemptLine> PresumeChargedAsync(AttemptKey key, TimeSpan after, CancellationToken cancellationToken = default);
}
