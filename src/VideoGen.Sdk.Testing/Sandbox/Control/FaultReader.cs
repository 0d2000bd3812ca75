using System.Text.Json;
using VideoGen.Sdk.Testing.Sandbox.Faults;

namespace VideoGen.Sdk.Testing.Sandbox.Control;

/// <summary>Turns posted JSON into faults, or says in a <see cref="FormatException"/> what is wrong with it.</summary>
internal sealed class FaultReader(IReadOnlyCollection<string> vendors)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true };

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
        var fault = new SandboxFault
        {
            Vendor = message.Vendor,
            Operation = Named(FaultCheck.Operations, message.Operation, "operation"),
            Kind = Named(FaultCheck.Kinds, message.Fault, "fault"),
            When = When(message.When),
            Status = message.Status,
            Body = message.Body,
            Headers = message.Headers ?? [],
            Duration = message.Seconds is { } seconds ? Length(seconds) : null,
        };
        return FaultCheck.Complaint(fault, vendors) is { } complaint ? throw new FormatException(complaint) : fault;
    }

    private static FaultSchedule When(WhenMessage? when) => when switch
    {
        null => new FaultSchedule.Next(1),
        { Next: int next, Every: null, Probability: null, Seed: null } => new FaultSchedule.Next(next),
        { Every: int every, Next: null, Probability: null, Seed: null } => new FaultSchedule.Every(every),
        { Probability: double chance, Next: null, Every: null } => new FaultSchedule.Probability(chance, when.Seed ?? 0),
        _ => throw new FormatException(FaultCheck.WrongSchedule),
    };

    // A length that no time span can hold is as much too long as any over the limit.
    private static TimeSpan Length(double seconds) => Math.Abs(seconds) < int.MaxValue ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;

    private static T Named<T>(IReadOnlyDictionary<string, T> names, string name, string field) =>
        names.TryGetValue(name, out var value) ? value : throw new FormatException(FaultCheck.OneOf(field, names.Keys));
}
