using System.Text.Json;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

/// <summary>A fault that could never strike is refused in code as it is over HTTP.</summary>
public sealed class AddFaultTests
{
    [Fact]
    public async Task A_fault_added_in_code_is_refused_where_a_posted_one_is_and_in_the_same_words()
    {
        await using var caller = await Caller.StartAsync();
        foreach (var (operation, kind) in Enum.GetValues<SandboxOperation>().SelectMany(o => Enum.GetValues<SandboxFaultKind>().Select(k => (o, k))))
        {
            var (status, body, _) = await caller.CallAsync("POST", "/sandbox/faults",
                $$"""{"operation":"{{(operation == SandboxOperation.Any ? "*" : JsonNamingPolicy.KebabCaseLower.ConvertName(operation.ToString()))}}","fault":"{{JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}}","status":500}""");

            Assert.Equal(status == 200 ? null : body["error"]!.GetValue<string>(), Refusal(caller, new() { Operation = operation, Kind = kind, Status = 500 }));
        }
    }

    public static TheoryData<SandboxFault, string> Impossible => new()
    {
        { new() { Kind = SandboxFaultKind.Slow, Vendor = "nobody" }, "vendor must be * or one of kling" },
        { new() { Kind = SandboxFaultKind.Status }, "needs a status from 200 to 599" },
        { new() { Kind = SandboxFaultKind.Status, Status = 600 }, "needs a status from 200 to 599" },
        { new() { Kind = (SandboxFaultKind)99 }, "fault must be one of status" },
        { new() { Kind = SandboxFaultKind.Slow, Operation = (SandboxOperation)99 }, "operation must be one of *" },
        { new() { Kind = SandboxFaultKind.Slow, When = new FaultSchedule.Next(0) }, "when must be" },
        { new() { Kind = SandboxFaultKind.Slow, When = new FaultSchedule.Every(0) }, "when must be" },
        { new() { Kind = SandboxFaultKind.Slow, When = new FaultSchedule.Probability(1.5, 0) }, "when must be" },
        { new() { Kind = SandboxFaultKind.Slow, When = null! }, "when must be" },
        { new() { Kind = SandboxFaultKind.Slow, Duration = TimeSpan.FromSeconds(-1) }, "seconds must be from 0 to 86400" },
        { new() { Kind = SandboxFaultKind.Slow, Duration = TimeSpan.FromDays(2) }, "seconds must be from 0 to 86400" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task A_fault_added_in_code_that_makes_no_sense_is_refused_with_a_sentence(SandboxFault fault, string sentence)
    {
        await using var caller = await Caller.StartAsync();

        Assert.Contains(sentence, Refusal(caller, fault), StringComparison.Ordinal);
    }

    private static string? Refusal(Caller caller, SandboxFault fault)
    {
        try
        {
            caller.Sandbox.AddFault(fault);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message.Replace(" (Parameter 'fault')", "", StringComparison.Ordinal);
        }
    }
}
