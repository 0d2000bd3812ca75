using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Words;

public sealed class LeftoverTests
{
    [Fact]
    public void Nothing_is_left_for_later() =>
        Verdict.Clean(Repository.Files.Where(TextFile.Is).SelectMany(path => LeftoverRule.Faults(path, Repository.Read(path))));

    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("# FIX" + "ME")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void A_leftover_is_found(string text) => Assert.Single(LeftoverRule.Faults("a", text));

    [Fact]
    public void Ordinary_words_pass() => Assert.Empty(LeftoverRule.Faults("a", "a todo list is only a list; throw new NotSupportedException();"));
}
