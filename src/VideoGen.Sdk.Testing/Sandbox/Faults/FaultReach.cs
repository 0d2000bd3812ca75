using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Faults;

/// <summary>Which faults can take hold where, so that a fault is never counted at a place where it could do nothing.</summary>
internal static class FaultReach
{
    public static bool Covers(SandboxFault fault, SandboxOperation operation, FaultPoint point)
    {
        // A fault for all operations waits for its own place: a truncated file for the download, not for the submit.
        var named = fault.Operation != SandboxOperation.Any;
        return (!named || fault.Operation == operation) && point switch
        {
            FaultPoint.Call => fault.Kind is Kind.Status or Kind.Slow or Kind.DropBeforeAccept or Kind.AcceptThenDrop or Kind.MalformedJson,
            FaultPoint.Birth => IsFate(fault.Kind) || (named && (IsFile(fault.Kind) || IsWebhook(fault.Kind))),
            FaultPoint.Sight => named && (IsFate(fault.Kind) || (IsFile(fault.Kind) && fault.Kind != Kind.ExpiredLink)),
            FaultPoint.Link => named && fault.Kind == Kind.ExpiredLink,
            FaultPoint.File => IsFile(fault.Kind) || fault.Kind is Kind.Status or Kind.Slow or Kind.DropBeforeAccept or Kind.AcceptThenDrop,
            FaultPoint.Delivery => IsWebhook(fault.Kind) || (named && fault.Kind is Kind.Slow or Kind.DropBeforeAccept or Kind.MalformedJson),
            _ => false,
        };
    }

    /// <summary>Whether there is any place where this fault takes hold on calls of this kind.</summary>
    public static bool CanStrike(Kind kind, SandboxOperation operation)
    {
        var fault = new SandboxFault { Kind = kind, Operation = operation };
        return PointsOf(operation).Any(point => Covers(fault, operation, point));
    }

    private static FaultPoint[] PointsOf(SandboxOperation operation) => operation switch
    {
        SandboxOperation.Submit => [FaultPoint.Call, FaultPoint.Birth],
        SandboxOperation.Status => [FaultPoint.Call, FaultPoint.Sight, FaultPoint.Link],
        SandboxOperation.Cancel or SandboxOperation.Upload => [FaultPoint.Call],
        SandboxOperation.Download => [FaultPoint.File],
        SandboxOperation.Webhook => [FaultPoint.Delivery],
        _ => Enum.GetValues<FaultPoint>(),
    };

    public static bool IsFate(Kind kind) => kind is Kind.Stuck or Kind.ModeratedCharged or Kind.FailedFree or Kind.UnknownState or Kind.NoOutput;

    public static bool IsFile(Kind kind) => kind is Kind.ExpiredLink or Kind.Truncated or Kind.Endless or Kind.WrongType;

    public static bool IsWebhook(Kind kind) => kind is Kind.WebhookDuplicate or Kind.WebhookReorder or Kind.WebhookLate or Kind.WebhookUnsigned;
}
