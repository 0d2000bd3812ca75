using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

public sealed class ClockTests
{
    [Fact]
    public void Shipped_code_asks_a_time_provider() => Verdict.Clean(Repository.CSharp("src").SelectMany(ClockRule.Faults));

    [Theory]
    [InlineData("var now = System.DateTime.UtcNow;")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("await Task.Delay(delay);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);")]
    [InlineData("using var timer = new PeriodicTimer(period);")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));")]
    [InlineData("using var timer = new Timer(_ => { });")]
    public void A_wall_clock_is_found(string statement) => Assert.NotEmpty(Faults(statement));

    [Fact]
    public void Muting_the_banned_list_is_found() => Assert.NotEmpty(Faults("\n#pragma warning" + " disable RS0030\n;"));

    [Theory]
    [InlineData("var now = clock.GetUtcNow();")]
    [InlineData("await Task.Delay(delay, clock, cancellationToken);")]
    [InlineData("using var source = new CancellationTokenSource(limit, timeProvider);")]
    [InlineData("using var source = new CancellationTokenSource();")]
    public void A_given_clock_passes(string statement) => Assert.Empty(Faults(statement));

    private static IEnumerable<string> Faults(string statement) => ClockRule.Faults(new SourceFile("src/A.cs", $"class A {{ async Task M() {{ {statement} }} }}"));
}
