using System.Text.Json.Serialization;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Copies;

public sealed class ReaderTests
{
    [Fact]
    public void What_json_does_not_say_keeps_its_default()
    {
        var contexts = Assemblies.OfPackages.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(JsonSerializerContext))).ToList();
        Assert.NotEmpty(contexts);
        Verdict.Clean(contexts.SelectMany(ReaderRule.Faults));
    }

    [Fact]
    public void A_default_that_a_reader_loses_is_found() =>
        Assert.Contains(nameof(DefaultedRecord.Lost), Assert.Single(ReaderRule.Faults(typeof(ForgetfulContext))), StringComparison.Ordinal);
}
