using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Copies;

public sealed class ValidatorTests
{
    [Fact]
    public void Every_options_class_has_a_validator()
    {
        var options = Assemblies.PublicTypes.Where(ValidatorRule.IsBound).ToList();
        Assert.True(options.Count > 10, "there are more options than this");
        Verdict.Clean(ValidatorRule.Faults(options));
    }

    [Fact]
    public void Options_without_a_validator_are_found() =>
        Assert.Contains(nameof(UnbindableOptions), Assert.Single(ValidatorRule.Faults([typeof(UnbindableOptions)])), StringComparison.Ordinal);
}
