namespace VideoGen.Sdk.Workflow;

/// <summary>One step of the table: a function of the saved job. No stage calls a stage; no stage does two things that cost money.</summary>
internal interface IStage
{
    Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken);
}
