namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Tests that count the bytes of the whole process, and therefore run beside no other.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunsAlone;
