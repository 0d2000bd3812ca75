namespace VideoGen.Sdk.Testing.Sandbox.Charges;

/// <summary>Every charge in the order of its booking. Thread safe.</summary>
internal sealed class ChargeBook
{
    private readonly Lock _gate = new();
    private readonly List<SandboxCharge> _charges = [];

    public void Write(SandboxCharge charge)
    {
        lock (_gate)
        {
            _charges.Add(charge);
        }
    }

    public SandboxCharge[] Read()
    {
        lock (_gate)
        {
            return [.. _charges];
        }
    }

    public SandboxCharge[] Of(string vendor) => [.. Read().Where(charge => charge.Vendor == vendor)];

    public decimal TotalUsd(string vendor) => Of(vendor).Sum(charge => charge.AmountUsd);

    public void Clear()
    {
        lock (_gate)
        {
            _charges.Clear();
        }
    }
}
