namespace VideoGen.Sdk.Testing.Sandbox.Faults;

/// <summary>The faults in force. Thread safe.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];
    private int _added;

    public string Add(SandboxFault fault)
    {
        lock (_gate)
        {
            _rules.Add(new FaultRule(fault));
            return $"fault-{++_added}";
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>Counts the call against every fault that fits and returns those that strike, in the order they were added.</summary>
    public IReadOnlyList<SandboxFault> Strike(string vendor, SandboxOperation operation, FaultPoint point)
    {
        lock (_gate)
        {
            if (_rules.Count == 0)
            {
                return [];
            }

            var struck = new List<SandboxFault>();
            foreach (var rule in _rules.Where(rule => rule.Fault.Vendor is "*" || rule.Fault.Vendor == vendor))
            {
                if (FaultReach.Covers(rule.Fault, operation, point) && rule.Strikes())
                {
                    struck.Add(rule.Fault);
                }
            }

            _rules.RemoveAll(rule => rule.IsSpent);
            return struck;
        }
    }
}
