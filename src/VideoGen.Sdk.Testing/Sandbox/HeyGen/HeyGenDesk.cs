using Microsoft.AspNetCore.Http;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Takes valid orders of every product in.</summary>
internal sealed class HeyGenDesk(World world, HeyGenWebhooks webhooks)
{
    private const string RetrySeconds = "20";

    public HeyGenTask Take(HttpContext http, HeyGenProduct product, JsonObject body, ClipShape clip, decimal usdPerSecond)
    {
        // Renders and agent sessions share the places, and what finds none is refused, not queued.
        var lane = world.LaneOf(HeyGenVendor.VendorName);
        if (lane is { IsFull: true })
        {
            throw new RefusedException(HeyGenErrors.Of(429, "rate_limit_exceeded", "Too many concurrent jobs").WithHeader("Retry-After", RetrySeconds));
        }

        var task = new HeyGenTask
        {
            Vendor = HeyGenVendor.VendorName,
            Id = World.NewId(16),
            Product = product,
            Clip = clip,
            AmountUsd = Math.Round(clip.PlayedSeconds * usdPerSecond, 6),
            Title = body.Text("title"),
            CallbackUrl = body.Text("callback_url"),
            CallbackId = body.Text("callback_id"),
            ClientReference = body.Text("callback_id") ?? http.Header("Idempotency-Key"),
            AspectRatio = body.Text("aspect_ratio"),
            Seed = (long?)body.Number("seed"),
            SessionId = product == HeyGenProduct.Agent ? "sess_" + World.NewId(8) : null,
            Origin = http.Origin(),
            Lane = lane,
            Changed = changed => webhooks.Tell((HeyGenTask)changed),
        };
        world.Accept(task);
        return task;
    }
}
