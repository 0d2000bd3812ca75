using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>One member of an endpoint's closed union: its fields, and how its seconds and credits are found.</summary>
internal sealed record RunwayModel(string Name, ShapeRule Fields)
{
    /// <summary>Credits per output second by the height of the short side and by sound (list of 2026-10-04).</summary>
    public required Func<int, bool, decimal> CreditsPerSecond { get; init; }

    /// <summary>Length when the request names none.</summary>
    public int DefaultSeconds { get; init; } = 5;

    /// <summary>What <c>auto</c> is billed at before the real length is known.</summary>
    public int LongestSeconds { get; init; } = 15;
    public string DefaultRatio { get; init; } = "1280:720";
    public decimal LeastCredits { get; init; }
}
