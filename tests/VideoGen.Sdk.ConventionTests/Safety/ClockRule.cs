using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

/// <summary>Time comes from a TimeProvider. The banned list stops the common members; this stops the rest and any muting of that list.</summary>
internal static class ClockRule
{
    private static readonly string[] Members =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.TickCount", "Environment.TickCount64",
        "Stopwatch.StartNew", "Stopwatch.GetTimestamp", "Stopwatch.GetElapsedTime", "Thread.Sleep",
    ];

    private static readonly string[] Timers = ["Timer", "Stopwatch", "System.Threading.Timer", "System.Timers.Timer"];

    public static IEnumerable<string> Faults(SourceFile file)
    {
        var nodes = file.Syntax.DescendantNodes().ToList();
        var members = nodes.OfType<MemberAccessExpressionSyntax>().Where(node => Members.Any(member => node.ToString().EndsWith(member, StringComparison.Ordinal)));
        var delays = nodes.OfType<InvocationExpressionSyntax>()
            .Where(node => node.Expression.ToString().EndsWith("Task.Delay", StringComparison.Ordinal) && !NamesClock(node.ArgumentList));
        var sources = nodes.OfType<ObjectCreationExpressionSyntax>().Where(StartsOwnTimer);
        var mutes = file.Syntax.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.ToString().Contains("disable RS0030", StringComparison.Ordinal))
            .Select(trivia => $"{file.Path}: mutes the banned list");
        return members.Concat<Microsoft.CodeAnalysis.SyntaxNode>(delays).Concat(sources).Select(node => $"{file.At(node)}: {node}").Concat(mutes).Distinct();
    }

    private static bool StartsOwnTimer(ObjectCreationExpressionSyntax node) =>
        Timers.Contains(node.Type.ToString())
        || (node.Type.ToString() is "PeriodicTimer" or "CancellationTokenSource" && node.ArgumentList is { Arguments.Count: > 0 } arguments && !NamesClock(arguments));

    private static bool NamesClock(ArgumentListSyntax arguments) => arguments.Arguments
        .Any(argument => argument.ToString().Contains("clock", StringComparison.OrdinalIgnoreCase) || argument.ToString().Contains("time", StringComparison.OrdinalIgnoreCase)
            && !argument.ToString().StartsWith("TimeSpan", StringComparison.Ordinal));
}
