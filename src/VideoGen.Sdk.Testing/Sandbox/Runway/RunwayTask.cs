using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>A Runway task: the estimate is the most it may cost, the charge what it did cost.</summary>
internal sealed class RunwayTask : SandboxTask
{
    public const decimal UsdPerCredit = 0.01m;

    public required string Model { get; init; }
    public required decimal EstimatedCredits { get; init; }

    public decimal ChargedCredits => Charged ? AmountUsd / UsdPerCredit : 0;
}
