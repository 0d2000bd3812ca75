using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Logs;

public sealed class LogTests
{
    [Fact]
    public void Every_log_message_has_an_id_of_its_own() => Verdict.Clean(LogRule.Shared(LogRule.Messages(Repository.CSharp("src"))));

    [Fact]
    public void Every_log_message_is_in_its_packages_manual() =>
        Verdict.Clean(LogRule.Untold(LogRule.Messages(Repository.CSharp("src")), path => Repository.Read(string.Join('/', [.. path.Split('/').Take(2), "README.md"]))));

    [Fact]
    public void Messages_are_found_at_all() => Assert.NotEmpty(LogRule.Messages(Repository.CSharp("src")));

    [Fact]
    public void A_shared_id_is_found() => Assert.Single(LogRule.Shared([(1, "Error", "a"), (1, "Warning", "b"), (2, "Error", "a")]));

    [Fact]
    public void A_message_of_another_level_than_the_manual_says_is_found() => Assert.Single(LogRule.Untold([(1, "Error", "a"), (2, "Error", "a")], _ => "| 1 | Warning | x |\n| 2 | Error | y |"));
}
