using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

public sealed class SecretTests
{
    [Fact]
    public void No_failure_and_no_log_line_tells_a_secret() => Verdict.Clean(Repository.CSharp("src").SelectMany(SecretRule.Faults));

    [Theory]
    [InlineData("[LoggerMessage(1, LogLevel.Information, \"sent {Prompt}\")] partial void Sent(string prompt);")]
    [InlineData("void M() => throw new InvalidOperationException($\"key {options.ApiKey} is bad\");")]
    [InlineData("void M() => throw new InvalidOperationException(\"bad prompt: \" + request.Prompt);")]
    [InlineData("VideoException M() => new($\"{secret} is bad\");")]
    [InlineData("object M() => new ProviderFailure { Message = $\"refused {prompt.Trim()}\" };")]
    [InlineData("void M() => activity.SetTag(\"prompt\", request.Prompt);")]
    [InlineData("void M() => logger.LogError(\"{Header}\", headers.Authorization);")]
    public void A_told_secret_is_found(string member) => Assert.NotEmpty(Faults(member));

    [Theory]
    [InlineData("void M() => throw new InvalidOperationException($\"the prompt has {request.Prompt.Length} signs, at most {limit}\");")]
    [InlineData("void M() => throw new InvalidOperationException($\"{nameof(Options.ApiKey)} is missing; set {keyName}\");")]
    [InlineData("[LoggerMessage(1, LogLevel.Information, \"job {JobId} sent\")] partial void Sent(string jobId);")]
    [InlineData("string M() => $\"Bearer {apiKey}\";")]
    public void Telling_about_a_secret_passes(string member) => Assert.Empty(Faults(member));

    private static IEnumerable<string> Faults(string member) => SecretRule.Faults(new SourceFile("src/A.cs", $"class A {{ {member} }}"));
}
