using System.Text.Json;
using VideoGen.Sdk.Testing.Sandbox.Faults;

namespace VideoGen.Sdk.Testing.Sandbox.Control;

/// <summary>Turns posted JSON into faults, or says in a <see cref="FormatException"/> what is wrong with it.</summary>
internal sealed class FaultReader(IReadOnlyCollection<string> vendors)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true };

    private static readonly Dictionary<string, SandboxFaultKind> Kinds = Enum.GetValues<SandboxFaultKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly Dictionary<string, SandboxOperation> Operations = Enum.GetValues<SandboxOperation>()
        .ToDictionary(operation => operation == SandboxOperation.Any ? "*" : JsonNamingPolicy.KebabCaseLower.ConvertName(operation.ToString()));

    public SandboxFault[] Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? Several([.. document.RootElement.EnumerateArray().Select(One)])
                : [One(document.RootElement)];
        }
        catch (JsonException malformed)
        {
            var place = malformed.Path ?? "$";
            throw new FormatException($"not a fault at {place}: its members are vendor, operation, when, fault, status, body, headers, seconds", malformed);
        }
    }

    private static SandboxFault[] Several(SandboxFault[] faults) =>
        faults.Length > 0 ? faults : throw new FormatException("an empty array holds no fault; DELETE /sandbox/faults clears them");

    private SandboxFault One(JsonElement element)
    {
        var message = element.Deserialize<FaultMessage>(Options) ?? throw new FormatException("a fault must be an object");
        if (message.Vendor != "*" && !vendors.Contains(message.Vendor))
        {
            throw new FormatException($"vendor must be * or one of {string.Join(", ", vendors)}");
        }

        var kind = Named(Kinds, message.Fault, "fault");
        if (kind == SandboxFaultKind.Status && message.Status is not (>= 200 and <= 599))
        {
            throw new FormatException("the fault status needs a status from 200 to 599");
        }

        var operation = Named(Operations, message.Operation, "operation");
        if (!FaultReach.CanStrike(kind, operation))
        {
            throw new FormatException($"the fault {message.Fault} never strikes on the operation {message.Operation}; it strikes on {string.Join(", ", Operations.Where(o => FaultReach.CanStrike(kind, o.Value)).Select(o => o.Key))}");
        }

        return new SandboxFault
        {
            Vendor = message.Vendor,
            Operation = operation,
            Kind = kind,
            When = When(message.When),
            Status = message.Status,
            Body = message.Body,
            Headers = message.Headers ?? [],
            Duration = message.Seconds is { } seconds ? Length(seconds) : null,
        };
    }

    private static FaultSchedule When(WhenMessage? when) => when switch
    {
        null => new FaultSchedule.Next(1),
        { Next: >= 1 and int next, Every: null, Probability: null, Seed: null } => new FaultSchedule.Next(next),
        { Every: >= 1 and int every, Next: null, Probability: null, Seed: null } => new FaultSchedule.Every(every),
        { Probability: >= 0 and <= 1 and double chance, Next: null, Every: null } => new FaultSchedule.Probability(chance, when.Seed ?? 0),
        _ => throw new FormatException("when must be {\"next\":N}, {\"every\":N} with N from 1, or {\"probability\":P,\"seed\":N} with P from 0 to 1"),
    };

    private static TimeSpan Length(double seconds) =>
        seconds is >= 0 and <= 86400 ? TimeSpan.FromSeconds(seconds) : throw new FormatException("seconds must be from 0 to 86400");

    private static T Named<T>(Dictionary<string, T> names, string name, string field) =>
        names.TryGetValue(name, out var value) ? value : throw new FormatException($"{field} must be one of {string.Join(", ", names.Keys)}");
}
