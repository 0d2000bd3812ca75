using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>One trial of a vendor's list of charges.</summary>
public interface IBillingDesk : IAsyncDisposable
{
    /// <summary>The list.</summary>
    IProviderBilling Billing { get; }

    /// <summary>The vendor's time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Lets the vendor take something for one job, and says what and for which.</summary>
    Task<(string RemoteId, decimal AmountUsd)> ChargeAsync();

    /// <summary>From now on the vendor's answers cannot be read.</summary>
    void Break();
}
