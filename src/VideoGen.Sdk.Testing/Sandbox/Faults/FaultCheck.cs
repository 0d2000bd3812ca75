using System.Text.Json;

namespace VideoGen.Sdk.Testing.Sandbox.Faults;

/// <summary>What makes a fault one that could never strike, said in a sentence: the same whether it was posted or added in code.</summary>
internal static class FaultCheck
{
    /// <summary>The text of a schedule that cannot be.</summary>
    public const string WrongSchedule = "when must be {\"next\":N}, {\"every\":N} with N from 1, or {\"probability\":P,\"seed\":N} with P from 0 to 1";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static IReadOnlyDictionary<string, SandboxFaultKind> Kinds { get; } = Enum.GetValues<SandboxFaultKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    public static IReadOnlyDictionary<string, SandboxOperation> Operations { get; } = Enum.GetValues<SandboxOperation>()
        .ToDictionary(operation => operation == SandboxOperation.Any ? "*" : JsonNamingPolicy.KebabCaseLower.ConvertName(operation.ToString()));

    /// <summary>What is wrong with the fault; null when it can strike.</summary>
    public static string? Complaint(SandboxFault fault, IReadOnlyCollection<string> vendors) =>
        fault.Vendor != "*" && !vendors.Contains(fault.Vendor) ? $"vendor must be * or one of {string.Join(", ", vendors)}"
        : !Kinds.Values.Contains(fault.Kind) ? OneOf("fault", Kinds.Keys)
        : !Operations.Values.Contains(fault.Operation) ? OneOf("operation", Operations.Keys)
        : fault.Kind == SandboxFaultKind.Status && fault.Status is not (>= 200 and <= 599) ? "the fault status needs a status from 200 to 599"
        : !FaultReach.CanStrike(fault.Kind, fault.Operation) ? Unreachable(fault)
        : !IsPossible(fault.When) ? WrongSchedule
        : fault.Duration is { } length && (length < TimeSpan.Zero || length > Longest) ? "seconds must be from 0 to 86400"
        : null;

    public static string OneOf(string field, IEnumerable<string> names) => $"{field} must be one of {string.Join(", ", names)}";

    private static bool IsPossible(FaultSchedule? when) => when is FaultSchedule.Next { Count: >= 1 } or FaultSchedule.Every { Nth: >= 1 } or FaultSchedule.Probability { Value: >= 0 and <= 1 };

    private static string Unreachable(SandboxFault fault)
    {
        var places = Operations.Where(o => FaultReach.CanStrike(fault.Kind, o.Value)).Select(o => o.Key);
        return $"the fault {Kinds.First(k => k.Value == fault.Kind).Key} never strikes on the operation {Operations.First(o => o.Value == fault.Operation).Key}; it strikes on {string.Join(", ", places)}";
    }
}
