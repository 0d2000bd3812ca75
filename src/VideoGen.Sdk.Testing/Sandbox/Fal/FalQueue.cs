using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>Takes requests in. The queue never refuses an input: what the model thinks of it shows in the result.</summary>
internal sealed class FalQueue(World world, FalWebhooks webhooks, IVendor vendor)
{
    public async Task<Reply> Submit(HttpContext http)
    {
        var app = $"{http.Route("owner")}/{http.Route("app")}";
        var path = http.Route("path");
        var endpoint = path.Length == 0 ? app : $"{app}/{path}";
        var input = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var errors = FalModel.Complaints(endpoint, input);
        var task = new FalTask
        {
            Vendor = FalVendor.VendorName,
            Id = Guid.NewGuid().ToString(),
            App = app,
            Endpoint = endpoint,
            Clip = errors is null ? FalModel.Clip(endpoint, input) : default,
            AmountUsd = errors is null ? FalModel.Usd(endpoint, input) : 0,
            InputErrors = errors,
            Fate = errors is null ? TaskFate.Success : TaskFate.FailedFree,
            CallbackUrl = http.Query("fal_webhook"),
            FileLifetime = Lifetime(http),
            Origin = http.Origin(),
            Lane = world.LaneOf(FalVendor.VendorName),
            Changed = changed => webhooks.Tell((FalTask)changed),
        };
        world.Accept(task);
        Watch(task, http);
        return Reply.Json(200, FalWire.Queued(task));
    }

    // Over X-Fal-Request-Timeout a request that has not begun is given up, free of charge.
    private void Watch(FalTask task, HttpContext http)
    {
        if (double.TryParse(http.Header("X-Fal-Request-Timeout"), CultureInfo.InvariantCulture, out var seconds) && seconds > 1)
        {
            _ = GiveUpAsync(task, TimeSpan.FromSeconds(seconds));
        }
    }

    private async Task GiveUpAsync(FalTask task, TimeSpan patience)
    {
        await Task.Delay(patience, world.Clock).ConfigureAwait(false);
        if (task.State == TaskState.Queued)
        {
            world.Runner.Cancel(task, charge: false, () => task.Failure = FalFailure.Waited());
        }
    }

    private static TimeSpan? Lifetime(HttpContext http) => http.Header("X-Fal-Object-Lifecycle-Preference") is { } wish
        && Requests.Parse(System.Text.Encoding.UTF8.GetBytes(wish)) is JsonNode node
            && node.Number("expiration_duration_seconds") is > 0 and < 1e9m and var seconds
        ? TimeSpan.FromSeconds((double)seconds) : null;
}
