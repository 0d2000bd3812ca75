using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>The organization: its credits, its limits and what it used.</summary>
internal sealed class RunwayAccount(World world, IVendor vendor)
{
    private const decimal Bought = 1_000_000;
    private const int DailyGenerations = 100_000;
    private static readonly string[] Models =
    [
        .. RunwayModels.ImageToVideo.Concat(RunwayModels.VideoToVideo).Concat(RunwayModels.CharacterPerformance).Select(model => model.Name).Distinct(),
    ];
    private static readonly Rule Period = May.Hold(("startDate", Date()), ("beforeDate", Date()));

    public Task<Reply> Organization(HttpContext http)
    {
        var today = world.Tasks.Of<RunwayTask>(RunwayVendor.VendorName).Where(task => task.CreatedAt > world.Now.AddDays(-1)).CountBy(task =>
            task.Model).ToDictionary();
        var places = world.LaneOf(RunwayVendor.VendorName)?.Places;
        return Task.FromResult(Reply.Json(200, new JsonObject
        {
            ["creditBalance"] = Bought - (world.Charges.TotalUsd(RunwayVendor.VendorName) / RunwayTask.UsdPerCredit),
            ["tier"] = new JsonObject
            {
                ["maxMonthlyCreditSpend"] = Bought,
                ["models"] = new JsonObject(Models.Select(model => KeyValuePair.Create<string, JsonNode?>(
                    model, new JsonObject { ["maxConcurrentGenerations"] = places, ["maxDailyGenerations"] = DailyGenerations }))),
            },
            ["usage"] = new JsonObject
            {
                ["models"] = new JsonObject(Models.Select(model => KeyValuePair.Create<string, JsonNode?>(
                    model, new JsonObject { ["dailyGenerations"] = today.GetValueOrDefault(model) }))),
            },
        }));
    }

    public async Task<Reply> Usage(HttpContext http)
    {
        var bytes = await http.BytesAsync().ConfigureAwait(false);
        var body = bytes.Length == 0 ? [] : Requests.Parse(bytes) ?? throw new RefusedException(vendor.Unreadable());
        if (Period.Check(body) is { Count: > 0 } violations)
        {
            return RunwayErrors.Body(violations);
        }

        var before = Day(body.Text("beforeDate")) ?? DateOnly.FromDateTime(world.Now.UtcDateTime).AddDays(1);
        var from = Day(body.Text("startDate")) ?? before.AddDays(-30);
        if (before.DayNumber - from.DayNumber is < 0 or > 90)
        {
            throw RunwayErrors.Wrong("startDate", "must lie up to 90 days before beforeDate");
        }

        var used = world.Charges.Of(RunwayVendor.VendorName)
            .Select(charge => (Day: DateOnly.FromDateTime(charge.At.UtcDateTime), Model: Model(charge), Credits: charge.AmountUsd / RunwayTask.UsdPerCredit))
            .Where(charge => charge.Day >= from && charge.Day < before)
            .ToLookup(charge => charge.Day);
        return Reply.Json(200, new JsonObject
        {
            ["models"] = new JsonArray([.. used.SelectMany(day => day).Select(charge => charge.Model).Distinct().Select(model => (JsonNode)model)]),
            ["results"] = new JsonArray([.. Enumerable.Range(0, before.DayNumber - from.DayNumber).Select(from.AddDays).Select(day => OneDay(day, used[day]))]),
        });
    }

    private static JsonObject OneDay(DateOnly day, IEnumerable<(DateOnly Day, string Model, decimal Credits)> charges) => new()
    {
        ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["usedCredits"] = new JsonArray([.. charges.GroupBy(charge => charge.Model)
            .Select(model => new JsonObject { ["model"] = model.Key, ["amount"] = model.Sum(charge => charge.Credits) })]),
    };

    private string Model(SandboxCharge charge) => world.Tasks.FindEvenDeleted<RunwayTask>(RunwayVendor.VendorName, charge.RemoteId)?.Model ?? "unknown";

    private static TestRule Date() => May.Test(text => Day(text) is null ? "must be a date such as 2026-11-22" : null);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;
}
