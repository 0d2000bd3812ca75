using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Reads of the new standard. An unknown id is not an error there: the list is just shorter.</summary>
internal sealed class KlingTasks(World world, IVendor vendor)
{
    private static readonly Rule Listing = May.Hold(
        ("start_time", May.Text()),
        ("end_time", May.Text()),
        ("cursor", May.Text()),
        ("limit", May.Whole(1, 500)),
        ("filters", May.List(May.Hold(("key", May.OneOf("status", "product_type").Needed()), ("values", May.List(May.Text(), 1, 50).Needed())), 0, 10)));

    public Task<Reply> Get(HttpContext http)
    {
        var (ids, references) = (http.Query("task_ids"), http.Query("external_task_ids"));
        KlingErrors.Demand(ids is null != references is null, "one of task_ids and external_task_ids is required");
        var found = ids is not null
            ? ids.Split(',').Select(id => world.Tasks.Find<KlingTask>(KlingDesk.Name, id))
            : references!.Split(',').Select(reference => world.Tasks.FindByReference<KlingTask>(KlingDesk.Name, reference));
        return Task.FromResult(KlingErrors.Ok(new JsonArray([.. found.OfType<KlingTask>().Where(task => !task.IsLegacy).Select(Shown)])));
    }

    public async Task<Reply> List(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        KlingErrors.Demand(Listing, body);
        var from = Time(body, "start_time") ?? world.Now.AddDays(-30).ToUnixTimeMilliseconds();
        var to = Time(body, "end_time") ?? long.MaxValue;
        var limit = body.Whole("limit") ?? 100;
        _ = int.TryParse(body.Text("cursor"), CultureInfo.InvariantCulture, out var skip);
        var all = world.Tasks.Of<KlingTask>(KlingDesk.Name)
            .Where(task => !task.IsLegacy && task.CreatedAt.ToUnixTimeMilliseconds() >= from && task.CreatedAt.ToUnixTimeMilliseconds() <= to)
            .Select(Shown)
            .Where(shown => Passes(body, shown))
            .Skip(skip).Take(limit + 1).ToArray();
        var page = all.Take(limit).ToArray();
        return KlingErrors.Ok(new JsonObject
        {
            ["result"] = new JsonArray([.. page]),
            ["count"] = page.Length,
            ["next_cursor"] = all.Length > limit ? (skip + limit).ToString(CultureInfo.InvariantCulture) : "",
            ["has_more"] = all.Length > limit,
        });
    }

    private JsonObject Shown(KlingTask task) => KlingWire.Shown(task, world.Show(task), world.Links);

    private static bool Passes(JsonNode body, JsonObject shown) => body.Items("filters").Where(filter => filter.Text("key") == "status")
        .All(filter => filter.Items("values").Any(value => value.GetValue<string>() == shown.Text("status")));

    private static long? Time(JsonNode body, string name)
    {
        if (body.Text(name) is not { } text)
        {
            return null;
        }

        KlingErrors.Demand(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time), $"{name} must be milliseconds");
        return time;
    }
}
