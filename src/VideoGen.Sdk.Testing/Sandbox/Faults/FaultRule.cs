namespace VideoGen.Sdk.Testing.Sandbox.Faults;

/// <summary>A fault and its count. Not thread safe: the book holds its lock.</summary>
internal sealed class FaultRule(SandboxFault fault)
{
    private readonly Random _chance = fault.When is FaultSchedule.Probability chance ? new Random(chance.Seed) : Random.Shared;
    private int _seen;

    public SandboxFault Fault => fault;

    public bool IsSpent => fault.When is FaultSchedule.Next next && _seen >= next.Count;

    public bool Strikes()
    {
        _seen++;
        return fault.When switch
        {
            FaultSchedule.Next next => _seen <= next.Count,
            FaultSchedule.Every every => _seen % every.Nth == 0,
            FaultSchedule.Probability chance => _chance.NextDouble() < chance.Value,
            _ => false,
        };
    }
}
