using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Takes in orders of both generations once they are known to be valid.</summary>
internal sealed class KlingDesk(World world)
{
    // An app that follows a video or a picture it sends has a length the sandbox cannot know without fetching it.
    public const decimal FollowedSeconds = 5;

    public const string Name = "kling";

    private readonly KlingWebhooks _webhooks = new(world);

    public KlingTask Take(HttpContext http, KlingOrder order)
    {
        // Undocumented what a duplicate does; refusing it is the reading of "must be unique per account" (2026-09).
        KlingErrors.Demand(
            order.Reference is null || world.Tasks.FindByReference<KlingTask>(Name, order.Reference) is null,
            $"external_task_id already exists: {order.Reference}");
        var lane = world.LaneOf(Name, order.Model);
        if (lane is { IsFull: true })
        {
            throw new RefusedException(KlingErrors.NoPlace());
        }

        var task = new KlingTask
        {
            Vendor = Name,
            Id = KlingErrors.NewNumber(),
            Kind = order.Kind,
            Model = order.Model,
            IsLegacy = order.IsLegacy,
            Units = order.Units,
            AmountUsd = order.Units * KlingTask.UsdPerUnit,
            Resolution = order.Resolution,
            HasSound = order.HasSound,
            HasWatermark = order.HasWatermark,
            Clip = ClipShape.OfRatio(order.Ratio, ShortSide(order.Resolution), order.Seconds),
            ClientReference = order.Reference,
            CallbackUrl = order.CallbackUrl,
            Origin = http.Origin(),
            Lane = lane,
            Changed = changed => _webhooks.Tell((KlingTask)changed),
        };
        world.Accept(task);
        return task;
    }

    private static int ShortSide(string resolution) => resolution switch
    {
        "720p" => 720,
        "1080p" => 1080,
        _ => 2160,
    };
}
