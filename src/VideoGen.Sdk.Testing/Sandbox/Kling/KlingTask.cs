using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>A task of either generation of the API.</summary>
internal sealed class KlingTask : SandboxTask
{
    public const decimal UsdPerUnit = 0.14m;

    /// <summary>The path it was created at: <c>text-to-video</c> of the new standard, <c>text2video</c> of the legacy one.</summary>
    public required string Kind { get; init; }
    public required string Model { get; init; }
    public required decimal Units { get; init; }
    public required string Resolution { get; init; }
    public bool IsLegacy { get; init; }
    public bool HasSound { get; init; }
    public bool HasWatermark { get; init; }
    public string VideoId { get; } = KlingErrors.NewNumber();

    /// <summary>The only reason a failed task ever gives is this free text.</summary>
    public string Message => State != TaskState.Failed ? ""
        : Fate == TaskFate.Moderated ? "Failure to pass the risk control system" : "Generation failed, please try again later";

    public IEnumerable<string> ChargedUnits => Charged ? [Units.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)] : [];
}
