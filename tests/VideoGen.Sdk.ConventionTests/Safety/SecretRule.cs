using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

/// <summary>No key, header or prompt in the text of a failure or of a log line. Lengths and names of such things may be told.</summary>
internal static partial class SecretRule
{
    private static readonly string[] Harmless = ["Length", "Count", "Name"];

    private static readonly string[] LogCalls =
        ["Log", "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "BeginScope", "SetTag", "AddTag"];

    public static IEnumerable<string> Faults(SourceFile file) => Placeholders(file).Concat(Failures(file)).Concat(Calls(file)).Distinct();

    // [LoggerMessage(..., "… {ApiKey} …")]
    private static IEnumerable<string> Placeholders(SourceFile file) =>
        from attribute in file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().EndsWith("LoggerMessage", StringComparison.Ordinal)
        from hole in Hole().Matches(attribute.ToString())
        where IsSecret(hole.Groups[1].Value)
        select $"{file.At(attribute)}: logs {hole.Value}";

    // new SomeException($"… {apiKey} …"), new ProviderFailure { Message = "…" + prompt }, and the same with a target-typed new in a throw.
    private static IEnumerable<string> Failures(SourceFile file) =>
        from made in file.Syntax.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where made switch
        {
            ObjectCreationExpressionSyntax named => FailureType().IsMatch(named.Type.ToString()),
            _ => made.Ancestors().Any(node => node is MethodDeclarationSyntax method && FailureType().IsMatch(method.ReturnType.ToString())),
        }
        from told in Told(made)
        select $"{file.At(told)}: tells {told}";

    private static IEnumerable<string> Calls(SourceFile file) =>
        from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax target && LogCalls.Contains(target.Name.Identifier.Text)
        from argument in call.ArgumentList.Arguments
        from told in argument.DescendantNodes().OfType<IdentifierNameSyntax>()
        where IsSecret(told.Identifier.Text) && !TellsNoValue(told)
        select $"{file.At(told)}: logs {told}";

    private static IEnumerable<IdentifierNameSyntax> Told(SyntaxNode made) =>
        from name in made.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Ancestors().TakeWhile(node => node != made).Any(node => node is InterpolationSyntax or BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.AddExpression })
        where IsSecret(name.Identifier.Text) && !TellsNoValue(name)
        select name;

    private static bool IsSecret(string name) => Secret().IsMatch(name);

    private static bool TellsNoValue(IdentifierNameSyntax name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression.ToString() == "nameof")
        || name.Ancestors().OfType<MemberAccessExpressionSyntax>().Any(access => access.Expression.ToString().EndsWith(name.Identifier.Text, StringComparison.Ordinal)
            && Harmless.Contains(access.Name.Identifier.Text))
        || Harmless.Any(ending => name.Identifier.Text.EndsWith(ending, StringComparison.Ordinal));

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(Exception|ProviderFailure)\??$")]
    private static partial Regex FailureType();

    [GeneratedRegex("api_?key|secret|prompt|authorization|password|bearer|signedur[il]", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
