using VideoGen.Sdk.Workflow.Stages;

namespace VideoGen.Sdk.Workflow;

/// <summary>THE TABLE: the stages of a video in their order, and the share of the whole at which each begins.</summary>
internal sealed class GenerationWorkflow(
    PlanStage plan, PrepareStage prepare, ReserveStage reserve, SubmitStage submit, WaitStage wait, SettleStage settle, DownloadStage download, OptimiseStage optimise, StoreStage store)
{
    public const string Plan = "Plan";
    public const string Prepare = "Prepare";
    public const string Reserve = "Reserve";
    public const string Submit = "Submit";
    public const string Wait = "Wait";
    public const string Settle = "Settle";
    public const string Download = "Download";
    public const string Optimise = "Optimise";
    public const string Store = "Store";

    /// <summary>The stages that this release has.</summary>
    public static readonly IReadOnlyCollection<string> Names = [Plan, Prepare, Reserve, Submit, Wait, Settle, Download, Optimise, Store];

    private readonly WorkflowStep[] steps =
    [
        new(Plan, plan, 0.00),
        new(Prepare, prepare, 0.02),
        new(Reserve, reserve, 0.04),
        new(Submit, submit, 0.05),
        new(Wait, wait, 0.08),
        new(Settle, settle, 0.58),
        new(Download, download, 0.60),
        new(Optimise, optimise, 0.85),
        new(Store, store, 0.98),
    ];

    public WorkflowStep? Find(string name) => Array.Find(steps, s => s.Name == name);

    /// <summary>The step after this one; null after the last.</summary>
    public WorkflowStep? After(string name) => steps.ElementAtOrDefault(Array.FindIndex(steps, s => s.Name == name) + 1);

    /// <summary>The share of the whole that is done when this share of a step is.</summary>
    public double Fraction(string name, double share)
    {
        var from = Find(name)?.Begins ?? 0;
        var to = After(name)?.Begins ?? 1;
        return from + ((to - from) * Math.Clamp(share, 0, 1));
    }
}
