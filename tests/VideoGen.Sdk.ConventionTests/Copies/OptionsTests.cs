using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Copies;

public sealed class OptionsTests
{
    [Fact]
    public void Every_option_arrives_from_configuration()
    {
        var options = Assemblies.PublicTypes.Where(OptionsRule.IsOptions).ToList();
        Assert.NotEmpty(options);
        Verdict.Clean(options.SelectMany(OptionsRule.Faults));
    }

    [Fact]
    public void An_option_that_configuration_cannot_set_is_found()
    {
        var faults = OptionsRule.Faults(typeof(UnbindableOptions)).ToList();
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains(nameof(UnbindableOptions.Clamped), StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains(nameof(UnbindableOptions.Nowhere), StringComparison.Ordinal));
    }
}
