using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.TestHabits;

/// <summary>Tests wait for something to happen, never for time to pass; a delay on the system's clock is a sleep in disguise.</summary>
internal static class SleepRule
{
    public static IEnumerable<string> Faults(SourceFile file) => file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => IsSleep(call.Expression.ToString(), [.. call.ArgumentList.Arguments.Select(argument => argument.ToString())]))
        .Select(call => $"{file.At(call)}: {call}");

    private static bool IsSleep(string called, string[] arguments) =>
        called.EndsWith("Thread.Sleep", StringComparison.Ordinal)
        || called.EndsWith("SpinWait.SpinUntil", StringComparison.Ordinal)
        || (called.EndsWith("Task.Delay", StringComparison.Ordinal) && !IsEndless(arguments) && !arguments.Skip(1).Any(IsOwnClock));

    // Waiting for ever until a token cancels is a barrier, not a sleep.
    private static bool IsEndless(string[] arguments) => arguments[0] is "Timeout.Infinite" or "Timeout.InfiniteTimeSpan" or "-1";

    private static bool IsOwnClock(string argument) =>
        argument != "TimeProvider.System" && (argument.Contains("clock", StringComparison.OrdinalIgnoreCase) || argument.Contains("time", StringComparison.OrdinalIgnoreCase));
}
