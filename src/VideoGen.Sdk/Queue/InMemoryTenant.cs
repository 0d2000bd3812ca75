namespace VideoGen.Sdk.Queue;

/// <summary>What one tenant has. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryTenant(string name)
{
    public string Name { get; } = name;

    /// <summary>Open jobs in the hands of owners that are not dead.</summary>
    public int InHand { get; set; }
}
