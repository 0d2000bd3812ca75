using System.Net;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class FaultTests
{
    public static MatrixTheoryData<string, string> Transports => new(Vendor.Names.Select(row => row.Data),
        ["accept-then-drop", "drop-before-accept", "malformed-json"]);

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_status_fault_answers_word_for_word(string name)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$$"""{"vendor":"{{{name}}}","operation":"submit","when":{"next":2},"fault":"status","status":503,"body":"{\"code\":5001}","headers":{"Retry-After":"2"}}""");
        var vendor = Vendor.Of(name);

        var (status, body, headers) = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);
        await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);
        var third = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);

        Assert.Equal((503, 5001), (status, body["code"]!.GetValue<int>()));
        Assert.Equal(TimeSpan.FromSeconds(2), headers.RetryAfter!.Delta);
        Assert.True(third.Status < 300);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_lost_answer_tells_nothing_but_the_charge_does(string name, string fault)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"submit","when":{"next":1},"fault":"{{fault}}"}""");
        var vendor = Vendor.Of(name);

        var lost = fault == "malformed-json" ? typeof(System.Text.Json.JsonException) : typeof(HttpRequestException);
        Assert.IsAssignableFrom(lost, await Record.ExceptionAsync(() => vendor.SubmitAsync(caller)));
        await vendor.EndAsync(caller, await vendor.SubmitAsync(caller)); // a second task, to have waited as long as the first one takes
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == (fault == "drop-before-accept" ? 1 : 2));
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_moderated_task_fails_and_is_charged_except_where_the_vendor_charges_successes_only(string name)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"submit","when":{"next":1},"fault":"moderated-charged"}""");
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);

        Assert.Equal(vendor.Failed, vendor.State(await vendor.EndAsync(caller, id)));
        Assert.Equal(name == "pika" ? [] : [vendor.Usd], caller.Sandbox.Charges.Select(charge => charge.AmountUsd));
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_free_failure_is_not_charged(string name)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync("""{"vendor":"*","operation":"*","when":{"next":1},"fault":"failed-free"}""");
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);

        Assert.Equal(vendor.Failed, vendor.State(await vendor.EndAsync(caller, id)));
        Assert.Empty(caller.Sandbox.Charges);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_stuck_task_stays_queued_while_others_end(string name)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"submit","when":{"next":1},"fault":"stuck"}""");
        var vendor = Vendor.Of(name);
        var (stuck, other) = (await vendor.SubmitAsync(caller), await vendor.SubmitAsync(caller));
        var before = vendor.State((await caller.CallAsync("GET", vendor.StatusPath(stuck), null, vendor.Headers)).Body);

        await vendor.EndAsync(caller, other);

        Assert.Equal(before, vendor.State((await caller.CallAsync("GET", vendor.StatusPath(stuck), null, vendor.Headers)).Body));
        Assert.Equal(other, Assert.Single(caller.Sandbox.Charges).RemoteId);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task An_unknown_state_is_shown_once_and_the_task_goes_on(string name)
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"status","when":{"next":1},"fault":"unknown-state"}""");

        var shown = vendor.State((await caller.CallAsync("GET", vendor.StatusPath(id), null, vendor.Headers)).Body);

        Assert.Equal("HIBERNATING", shown, ignoreCase: true);
        Assert.Equal(vendor.Done, vendor.State(await vendor.EndAsync(caller, id)));
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task Success_without_output_has_no_file_yet_a_charge(string name)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"submit","when":{"next":1},"fault":"no-output"}""");
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);

        Assert.Equal(vendor.Done, vendor.State(await vendor.EndAsync(caller, id)));
        Assert.Single(caller.Sandbox.Charges);
        if (vendor.Link is null)
        {
            using var content = await vendor.FetchAsync(caller, id);
            Assert.Equal(HttpStatusCode.NotFound, content.StatusCode);
        }
        else
        {
            Assert.Null(await vendor.LinkAsync(caller, id));
        }
    }

    [Fact]
    public async Task A_slow_call_waits_and_then_takes_effect()
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync("""{"vendor":"pika","operation":"submit","when":{"every":1},"fault":"slow","seconds":0.3}""");
        var started = TimeProvider.System.GetTimestamp();

        await Vendor.Of("pika").SubmitAsync(caller);

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.28));
    }

    [Fact]
    public async Task Every_second_call_and_a_seeded_chance_strike_as_they_should()
    {
        await using var caller = await Caller.StartAsync();
        async Task<string> StrikesAsync(string when)
        {
            caller.Sandbox.Reset();
            await caller.FaultAsync($$"""[{"vendor":"runway","operation":"status","when":{{when}},"fault":"status","status":500}]""");
            var marks = new List<char>();
            for (var call = 0; call < 12; call++)
            {
                marks.Add((await caller.CallAsync("GET", "/runway/v1/tasks/none", null, Vendor.Of("runway").Headers)).Status == 500 ? 'x' : '.');
            }

            return new string([.. marks]);
        }

        Assert.Equal(".x.x.x.x.x.x", await StrikesAsync("""{"every":2}"""));
        var chance = await StrikesAsync("""{"probability":0.5,"seed":7}""");
        Assert.Equal(chance, await StrikesAsync("""{"probability":0.5,"seed":7}"""));
        Assert.Contains('x', chance);
        Assert.Contains('.', chance);
    }
}
