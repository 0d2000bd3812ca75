using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>What the account has and what was deducted. The sandbox's account pays from one pack of video units.</summary>
internal sealed class KlingAccount(World world, IVendor vendor)
{
    private const decimal PackUnits = 1_000_000;
    private static readonly Rule Paging = May.HoldAnything(("cursor", May.Text()), ("limit", May.Whole(1, 500)));

    private readonly Lock _gate = new();
    private DateTimeOffset _lastCosts = DateTimeOffset.MinValue;

    public Task<Reply> Costs(HttpContext http)
    {
        KlingErrors.Demand(IsTime(http.Query("start_time")) && IsTime(http.Query("end_time")), "start_time and end_time are required");
        lock (_gate)
        {
            if (world.Now - _lastCosts < TimeSpan.FromSeconds(1))
            {
                return Task.FromResult(KlingErrors.TooManyRequests());
            }

            _lastCosts = world.Now;
        }

        var used = world.Charges.TotalUsd(KlingDesk.Name) / KlingTask.UsdPerUnit;
        var start = world.Now.AddDays(-1).ToUnixTimeMilliseconds();
        return Task.FromResult(KlingErrors.Ok(new JsonObject
        {
            ["code"] = 0,
            ["msg"] = "",
            ["resource_pack_subscribe_infos"] = new JsonArray(new JsonObject
            {
                ["resource_pack_name"] = "Video sandbox pack",
                ["resource_pack_id"] = "sandbox",
                ["resource_pack_type"] = "decreasing_total",
                ["total_quantity"] = PackUnits,
                ["remaining_quantity"] = PackUnits - used,
                ["purchase_time"] = start,
                ["effective_time"] = start,
                ["invalid_time"] = world.Now.AddDays(179).ToUnixTimeMilliseconds(),
                ["status"] = "online",
            }),
        }));
    }

    public Answer Billing(bool fromPack) => async http =>
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        KlingErrors.Demand(Paging, body);
        _ = int.TryParse(body.Text("cursor"), CultureInfo.InvariantCulture, out var skip);
        var limit = body.Whole("limit") ?? 100;
        var charges = fromPack ? world.Charges.Of(KlingDesk.Name) : [];
        var hasMore = charges.Length > skip + limit;
        return KlingErrors.Ok(new JsonObject
        {
            ["result"] = new JsonObject { ["detail"] = new JsonArray([.. charges.Skip(skip).Take(limit).Select(Deduction)]) },
            ["next_cursor"] = hasMore ? (skip + limit).ToString(CultureInfo.InvariantCulture) : "",
            ["has_more"] = hasMore,
        });
    };

    private JsonObject Deduction(SandboxCharge charge)
    {
        var task = world.Tasks.Find<KlingTask>(KlingDesk.Name, charge.RemoteId);
        return new JsonObject
        {
            ["task_id"] = charge.RemoteId,
            ["api_key_name"] = "sandbox",
            ["product_function"] = task?.Kind,
            ["model_name"] = task?.Model,
            ["resolution"] = task?.Resolution,
            ["duration"] = task is null ? null : KlingWire.Seconds(task),
            ["video_sound"] = task?.HasSound == true ? "on" : "off",
            ["deduction_time"] = charge.At.ToUnixTimeMilliseconds(),
            ["deduction_amount"] = (charge.AmountUsd / KlingTask.UsdPerUnit).ToString("0.####", CultureInfo.InvariantCulture),
            ["list_price"] = charge.AmountUsd.ToString("0.####", CultureInfo.InvariantCulture),
            ["currency"] = "USD",
        };
    }

    private static bool IsTime(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
