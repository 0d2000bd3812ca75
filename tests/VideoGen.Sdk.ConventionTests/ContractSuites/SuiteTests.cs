using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.ContractSuites;

public sealed class SuiteTests
{
    private const string Seam = "namespace VideoGen.Sdk; public interface IAssetStore; public interface IThing; public sealed class DiskStore : IAssetStore; sealed class OneThing : IThing;";
    private const string Suites = "abstract class AssetStoreContract; abstract class ThingContract;";
    private const string Thing = "class OneThingTests : ThingContract { object M() => new OneThing(); }";

    [Fact]
    public void Every_implementation_of_a_seam_derives_its_suite() =>
        Verdict.Clean(new SuiteRule(Repository.CSharp("tests").Where(file => !file.Path.StartsWith("tests/VideoGen.Sdk.ConventionTests/", StringComparison.Ordinal)))
            .Faults(Meaning.OfPackages));

    [Fact]
    public void A_derived_suite_passes() => Assert.Empty(Faults(Suites + Thing + "class DiskStoreTests : AssetStoreContract { object M() => new DiskStore(); }"));

    [Fact]
    public void A_suite_derived_through_another_class_passes() => Assert.Empty(
        Faults(Suites + Thing + "abstract class Files<T> : AssetStoreContract; class DiskStoreTests : Files<DiskStore>;"));

    [Theory]
    [InlineData(Thing, "has no suite AssetStoreContract")]
    [InlineData("abstract class AssetStoreContract; class DiskStoreTests { object M() => new DiskStore(); }", "derives AssetStoreContract")]
    [InlineData("abstract class AssetStoreContract; class OtherTests : AssetStoreContract;", "derives AssetStoreContract")]
    [InlineData(Suites + "class DiskStoreTests : AssetStoreContract { object M() => new DiskStore(); }", "derives ThingContract")]
    [InlineData("abstract class LonelyContract;", "LonelyContract is derived by no test class")]
    public void An_implementation_without_a_trial_is_found(string tests, string expected) =>
        Assert.Contains(Faults(tests), fault => fault.Contains(expected, StringComparison.Ordinal));

    private static IEnumerable<string> Faults(string tests) =>
        new SuiteRule([new SourceFile("tests/A.cs", tests)]).Faults([new Meaning("VideoGen.Sdk", [new SourceFile("src/VideoGen.Sdk/A.cs", Seam)])]);
}
