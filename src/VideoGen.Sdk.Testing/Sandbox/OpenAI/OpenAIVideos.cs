using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary><c>/v1/videos</c>: create, remix, read, list, content and delete.</summary>
internal sealed class OpenAIVideos(World world, OpenAIWebhooks webhooks, IVendor vendor)
{
    private static readonly Rule Reference = May.Either(
        May.Hold(("image_url", May.Text(1, 20_971_520).Needed())),
        May.Hold(("file_id", May.Text(1).Needed())));

    private static readonly Rule Remixing = May.Hold(("prompt", May.Text(1, 32000).Needed()));

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await OpenAIBody.ReadAsync(http, vendor).ConfigureAwait(false);
        var model = body.Text("model") ?? "sora-2";
        var (size, seconds) = OpenAIModel.Rules(model);
        OpenAIErrors.Demand(
            May.Hold(
                ("prompt", May.Text(1, 32000).Needed()),
                ("model", May.Text(1)),
                ("seconds", seconds),
                ("size", size),
                ("input_reference", Reference),
                ("characters", May.List(May.Hold(("id", May.Text(1).Needed())), 0, 2))),
            body);
        return Start(http, model, body.Text("prompt")!, body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280", remixed: null);
    }

    public async Task<Reply> Remix(HttpContext http)
    {
        if (Find(http) is not { } source)
        {
            return OpenAIErrors.NoVideo(http.Route("id"));
        }

        OpenAIErrors.Demand(source.State == TaskState.Succeeded, "video_id", "only completed videos can be remixed");
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        OpenAIErrors.Demand(Remixing, body);
        return Start(http, source.Model, body.Text("prompt")!, source.Seconds, source.Size, source.Id);
    }

    public Task<Reply> Get(HttpContext http) => Task.FromResult(
        Find(http) is { } task ? Reply.Json(200, OpenAIWire.Shown(task, world.Show(task), world)) : OpenAIErrors.NoVideo(http.Route("id")));

    public Task<Reply> List(HttpContext http)
    {
        var limit = int.TryParse(http.Query("limit"), null, out var asked) && asked is >= 0 and <= 100 ? asked : 20;
        var all = world.Tasks.Of<OpenAITask>(OpenAIVendor.VendorName);
        all = http.Query("order") == "asc" ? all.Reverse() : all;
        all = http.Query("after") is { } after ? all.SkipWhile(task => task.Id != after).Skip(1) : all;
        var page = all.Take(limit + 1).ToArray();
        var shown = page.Take(limit).ToArray();
        return Task.FromResult(Reply.Json(200, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. shown.Select(task => OpenAIWire.Shown(task, world.Show(task), world))]),
            ["first_id"] = shown.FirstOrDefault()?.Id,
            ["last_id"] = shown.LastOrDefault()?.Id,
            ["has_more"] = page.Length > limit,
        }));
    }

    // What a delete does to a running video is undocumented; it is meant for ended ones, so others are refused.
    public Task<Reply> Delete(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(OpenAIErrors.NoVideo(http.Route("id")));
        }

        OpenAIErrors.Demand(task.IsOver, "video_id", "only completed or failed videos can be deleted");
        task.IsDeleted = true;
        return Task.FromResult(Reply.Json(200, new JsonObject { ["id"] = task.Id, ["object"] = "video.deleted", ["deleted"] = true }));
    }

    public Task<Reply> Content(HttpContext http)
    {
        if (Find(http) is not { } task || task.State == TaskState.Failed)
        {
            return Task.FromResult(OpenAIErrors.NoVideo(http.Route("id")));
        }

        OpenAIErrors.Demand(task.State == TaskState.Succeeded, "video_id", "the video is not ready yet");
        var variant = http.Query("variant") ?? "video";
        OpenAIErrors.Demand(variant is "video" or "thumbnail" or "spritesheet", "variant", "must be video, thumbnail or spritesheet");
        if (!task.HasOutput || world.Now >= OpenAIWire.ExpiresAt(task, world))
        {
            return Task.FromResult(OpenAIErrors.Of(404, "The content of this video is not available.", "video_id", "expired"));
        }

        var name = variant switch
        {
            "thumbnail" => "thumbnail.webp",
            "spritesheet" => "spritesheet.jpg",
            _ => "video.mp4",
        };
        return Task.FromResult(new FileCounter(world).Hand(task, name, OpenAIErrors.Of(404, "The content of this video has expired.", "video_id", "expired")));
    }

    private Reply Start(HttpContext http, string model, string prompt, string seconds, string size, string? remixed)
    {
        var (width, height) = OpenAIModel.Sides(size)!.Value;
        var length = int.Parse(seconds, CultureInfo.InvariantCulture);
        var task = new OpenAITask
        {
            Vendor = OpenAIVendor.VendorName,
            Id = "video_" + World.NewId(16),
            Model = model,
            Prompt = prompt,
            Seconds = seconds,
            Size = size,
            RemixedFrom = remixed,
            Clip = ClipShape.Of(width, height, length),
            AmountUsd = length * OpenAIModel.Usd(model, size),
            Origin = http.Origin(),
            Lane = world.LaneOf(OpenAIVendor.VendorName),
            Changed = changed => webhooks.Tell((OpenAITask)changed),
        };
        world.Accept(task);
        return Reply.Json(200, OpenAIWire.Shown(task, TaskState.Queued, world));
    }

    private OpenAITask? Find(HttpContext http) => world.Tasks.Find<OpenAITask>(OpenAIVendor.VendorName, http.Route("id"));
}
