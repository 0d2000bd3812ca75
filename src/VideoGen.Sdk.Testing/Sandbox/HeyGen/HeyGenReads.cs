using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Reading and deleting videos.</summary>
internal sealed class HeyGenReads(World world)
{
    private const int LargestBatch = 100;

    public Task<Reply> Video(HttpContext http) => Task.FromResult(
        Find(http.Route("id")) is { IsClip: false } task ? HeyGenErrors.Ok(HeyGenWire.Video(task, world.Show(task), world.Links))
            : HeyGenErrors.NotFound("video"));

    public Task<Reply> Clip(HttpContext http) => Task.FromResult(
        Find(http.Route("id")) is { IsClip: true } task ? HeyGenErrors.Ok(HeyGenWire.Clip(task, world.Show(task), world.Links))
            : HeyGenErrors.NotFound("video"));

    public Task<Reply> Videos(HttpContext http)
    {
        var limit = int.TryParse(http.Query("limit"), null, out var asked) && asked is >= 1 and <= 100 ? asked : 10;
        _ = int.TryParse(http.Query("token"), null, out var skip);
        var page = world.Tasks.Of<HeyGenTask>(HeyGenVendor.VendorName).Where(task => !task.IsClip)
            .Where(task => http.Query("title") is not { } part || (task.Title?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false)).Skip(skip).Take(limit + 1).ToArray();
        var hasMore = page.Length > limit;
        return Task.FromResult(HeyGenErrors.List(
            page.Take(limit).Select(task => HeyGenWire.Video(task, world.Show(task), world.Links)),
            hasMore,
            hasMore ? (skip + limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    public Task<Reply> Statuses(HttpContext http)
    {
        string[] ids = http.Query("video_ids")?.Split(',') ?? [];
        if (ids.Length is 0 or > LargestBatch)
        {
            throw HeyGenErrors.Invalid("video_ids", "must hold 1 to 100 ids");
        }

        return Task.FromResult(HeyGenErrors.List(ids.Select(id => new JsonObject
        {
            ["video_id"] = id,
            ["status"] = Find(id) is { } task ? HeyGenWire.Word(world.Show(task), HeyGenProduct.Presenter, queued: "queued") : "not_found",
        })));
    }

    // Removes what there is to see; a render that still runs goes on and is charged.
    public Task<Reply> Delete(HttpContext http)
    {
        if (Find(http.Route("id")) is not { IsClip: false } task)
        {
            return Task.FromResult(HeyGenErrors.NotFound("video"));
        }

        task.IsDeleted = true;
        return Task.FromResult(HeyGenErrors.Ok(new JsonObject { ["id"] = task.Id, ["deleted"] = true }));
    }

    private HeyGenTask? Find(string id) => world.Tasks.Find<HeyGenTask>(HeyGenVendor.VendorName, id);
}
