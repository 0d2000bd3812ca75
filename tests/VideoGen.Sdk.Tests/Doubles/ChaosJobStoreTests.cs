using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A store that is told to break nothing is the store behind it.</summary>
public sealed class ChaosJobStoreTests : JobStoreContract
{
    protected override IJobStore CreateStore(TimeProvider clock) => new ChaosJobStore(new InMemoryJobStore(clock), new ChaosProcess());
}
