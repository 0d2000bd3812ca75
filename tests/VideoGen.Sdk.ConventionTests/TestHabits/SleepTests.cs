using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.TestHabits;

public sealed class SleepTests
{
    // Each waits for a real server or process, asking again until a deadline; nothing there could be told a test's own time.
    private static readonly string[] WaitsForSomethingReal = ["tests/VideoGen.Sdk.Testing.Tests/Sandbox/Caller.cs"];

    [Fact]
    public void No_test_sleeps() =>
        Verdict.Clean(Repository.CSharp("tests").Where(file => !WaitsForSomethingReal.Contains(file.Path)).SelectMany(SleepRule.Faults));

    [Fact]
    public void Every_exception_is_still_needed() =>
        Assert.All(WaitsForSomethingReal, path => Assert.NotEmpty(Repository.CSharp("tests").Where(file => file.Path == path).SelectMany(SleepRule.Faults)));

    [Theory]
    [InlineData("Thread.Sleep(10)")]
    [InlineData("System.Threading.Tasks.Task.Delay(10, cancellationToken)")]
    [InlineData("Task.Delay(delay, TimeProvider.System)")]
    public void A_sleep_is_found(string call) => Assert.Single(Faults(call));

    [Theory]
    [InlineData("Task.Delay(delay, clock, cancellationToken)")]
    [InlineData("Task.Delay(Timeout.Infinite, cancellationToken)")]
    public void A_wait_on_the_tests_own_clock_passes(string call) => Assert.Empty(Faults(call));

    private static IEnumerable<string> Faults(string call) => SleepRule.Faults(new SourceFile("tests/A.cs", $"class A {{ object M() => {call}; }}"));
}
