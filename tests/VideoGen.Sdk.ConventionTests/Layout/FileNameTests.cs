using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class FileNameTests
{
    [Fact]
    public void Every_file_is_named_after_its_one_public_type() =>
        Verdict.Clean(Repository.CSharp("src", "tests", "samples", "benchmarks").SelectMany(FileNameRule.Faults));

    [Theory]
    [InlineData("public class B;")]
    [InlineData("public class A; public enum B { None }")]
    [InlineData("namespace N; internal interface B;")]
    [InlineData("namespace N { public delegate void B(); }")]
    public void A_misnamed_or_crowded_file_is_found(string text) => Assert.NotEmpty(FileNameRule.Faults(new SourceFile("src/A.cs", text)));

    [Theory]
    [InlineData("src/A.cs", "public class A { public class B; }")]
    [InlineData("src/A.cs", "public class A; internal class B;")]
    [InlineData("src/A.Log.cs", "public partial class A;")]
    [InlineData("samples/Program.cs", "System.Console.WriteLine();")]
    public void A_rightly_named_file_passes(string path, string text) => Assert.Empty(FileNameRule.Faults(new SourceFile(path, text)));
}
