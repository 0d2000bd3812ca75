namespace VideoGen.Sdk.Workflow;

/// <summary>A row of the table.</summary>
/// <param name="Name">Name as saved in jobs; never changed once released.</param>
/// <param name="Stage">What runs.</param>
/// <param name="Begins">Share of the whole done before it, 0 to 1.</param>
internal sealed record WorkflowStep(string Name, IStage Stage, double Begins);
