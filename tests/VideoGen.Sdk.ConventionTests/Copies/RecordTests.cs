using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Copies;

public sealed class RecordTests
{
    [Fact]
    public void Every_public_record_survives_a_copy()
    {
        var records = Assemblies.PublicTypes.Where(RecordRule.IsRecord).ToList();
        Assert.NotEmpty(records);
        Verdict.Clean(records.SelectMany(RecordRule.Faults));
    }

    [Fact]
    public void A_property_that_a_copy_loses_is_found()
    {
        var faults = RecordRule.Faults(typeof(ForgetfulRecord)).ToList();
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains(nameof(ForgetfulRecord.Lost), StringComparison.Ordinal));
    }
}
