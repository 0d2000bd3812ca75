namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>Turns faults into one failure that lists them all: a rule that stops at the first costs one run per fault.</summary>
internal static class Verdict
{
    public static void Clean(IEnumerable<string> faults)
    {
        var found = faults.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} fault(s):\n  {string.Join("\n  ", found)}");
    }
}
