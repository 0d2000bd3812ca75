namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>Holds up a process at the store, after its intent is saved and before it may post.</summary>
internal interface IPostGate : IAsyncDisposable
{
    /// <summary>Ends once a process stands at the gate.</summary>
    Task CatchAsync();

    /// <summary>Lets it through.</summary>
    Task OpenAsync();
}
