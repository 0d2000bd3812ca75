using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>What every list of charges owes, for <see cref="ChaosProviderBilling"/> in front of a list in memory.</summary>
public sealed class ChaosProviderBillingTests : ProviderBillingContract
{
    protected override Task<IBillingDesk> CreateDeskAsync() => Task.FromResult<IBillingDesk>(new Desk());

    private sealed class Desk : IBillingDesk, IProviderBilling
    {
        private readonly ChaosProcess process = new();
        private readonly List<VendorCharge> charges = [];

        public IProviderBilling Billing => new ChaosProviderBilling(this, process);

        public DateTimeOffset Now { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public Task<(string RemoteId, decimal AmountUsd)> ChargeAsync()
        {
            charges.Add(new VendorCharge($"remote-{charges.Count}", 0.25m, Now));
            return Task.FromResult((charges[^1].RemoteId, 0.25m));
        }

        public void Break() => process.At("billing.Read", ChaosEffect.Fail);

        public Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(new VendorBill { Charges = charges.FindAll(charge => charge.At >= from && charge.At < until) });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
