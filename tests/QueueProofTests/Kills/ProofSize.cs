using System.Globalization;

namespace VideoGen.Sdk.QueueProofTests.Kills;

/// <summary>How much is proved: little in the suite, more when <c>VIDEOGEN_PROOF_JOBS</c> says so; another <c>VIDEOGEN_PROOF_SEED</c> is another run.</summary>
internal static class ProofSize
{
    public static int Jobs { get; } = Number("VIDEOGEN_PROOF_JOBS", 200);

    public static int Seed { get; } = Number("VIDEOGEN_PROOF_SEED", 20261127);

    /// <summary>Kills of each worker: four in the suite, more with more jobs.</summary>
    public static int KillsEach => 4 * Math.Max(1, Jobs / 200);

    public static TimeSpan Patience => TimeSpan.FromMinutes(4) + (TimeSpan.FromSeconds(0.6) * Jobs);

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
