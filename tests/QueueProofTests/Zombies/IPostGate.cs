namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>Holds up a process at the store, once it has money held and before it may post.</summary>
internal interface IPostGate : IAsyncDisposable
{
    /// <summary>Ends once a process stands at the gate, and says with which job.</summary>
    Task<string> CatchAsync();

    /// <summary>Lets it through.</summary>
    Task OpenAsync();
}
