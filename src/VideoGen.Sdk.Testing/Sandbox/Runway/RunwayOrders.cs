using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Creates. Whatever is valid is taken in; what finds no running place waits as THROTTLED.</summary>
internal sealed class RunwayOrders(World world, RunwayUploads uploads, IVendor vendor)
{
    public Answer Create(RunwayModel[] models) => async http =>
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var model = Array.Find(models, model => model.Name == body.Text("model"))
            ?? throw new RefusedException(RunwayErrors.Body(new Violation("model", Fault.Value,
                $"must be one of {string.Join(", ", models.Select(model => model.Name))}")));
        if (model.Fields.Check(body) is { Count: > 0 } violations)
        {
            throw new RefusedException(RunwayErrors.Body(violations));
        }

        RunwayChecks.Demand(body);
        uploads.DemandKnown(body);
        var task = Order(http, model, body);
        world.Accept(task);
        return Reply.Json(200, new JsonObject { ["id"] = task.Id, ["estimatedCost"] = RunwayWire.Credits(task.EstimatedCredits) });
    };

    private RunwayTask Order(HttpContext http, RunwayModel model, JsonObject body)
    {
        var isAuto = body.Text("duration") == "auto";
        var seconds = body.Whole("duration") ?? model.DefaultSeconds;
        var clip = RunwaySize.Of(model, body, seconds);
        var rate = model.CreditsPerSecond(Math.Min(clip.Width, clip.Height), body.Flag("audio") ?? false);
        var credits = Math.Max(model.LeastCredits, rate * seconds);
        return new RunwayTask
        {
            Vendor = RunwayVendor.VendorName,
            Id = Guid.NewGuid().ToString(),
            Model = model.Name,
            Clip = clip,
            EstimatedCredits = isAuto ? Math.Max(model.LeastCredits, rate * model.LongestSeconds) : credits,
            AmountUsd = credits * RunwayTask.UsdPerCredit,
            Origin = http.Origin(),
            Lane = world.LaneOf(RunwayVendor.VendorName, model.Name),
        };
    }
}
