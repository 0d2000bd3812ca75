using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.ContractSuites;

public sealed class ChaosTests
{
    [Fact]
    public void Every_public_seam_has_a_chaos_double()
    {
        var types = Assemblies.PublicTypes.ToList();
        Assert.True(ChaosRule.Seams(types).Count() >= 9, "there are more seams than this");
        Verdict.Clean(ChaosRule.Faults(types));
    }

    [Fact]
    public void A_seam_without_a_double_is_found() =>
        Assert.Contains("ChaosDisposable", Assert.Single(ChaosRule.Faults([typeof(IDisposable)])), StringComparison.Ordinal);
}
