using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Control;

/// <summary>The calls that steer the sandbox itself; no vendor has them.</summary>
internal sealed class ControlRoutes(World world, FaultReader reader, Action reset)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/charges", (RequestDelegate)(http => Charges().SendAsync(http)));
        routes.MapPost("/sandbox/faults", async http => await (await AddAsync(http).ConfigureAwait(false)).SendAsync(http).ConfigureAwait(false));
        routes.MapDelete("/sandbox/faults", (RequestDelegate)(http => Done(world.Faults.Clear).SendAsync(http)));
        routes.MapPost("/sandbox/reset", (RequestDelegate)(http => Done(reset).SendAsync(http)));
    }

    private static Reply Done(Action action)
    {
        action();
        return Reply.Empty(204);
    }

    private Reply Charges() =>
        new(200, string.Concat(world.Charges.Read().Select(charge => JsonSerializer.Serialize(charge, Web) + "\n"))) { ContentType = "application/x-ndjson" };

    private async Task<Reply> AddAsync(HttpContext http)
    {
        try
        {
            string[] ids = [.. reader.Read(await http.BytesAsync().ConfigureAwait(false)).Select(world.Faults.Add)];
            var answer = new JsonObject { ["id"] = ids.FirstOrDefault() };
            if (ids.Length != 1)
            {
                answer["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]);
            }

            return Reply.Json(200, answer);
        }
        catch (FormatException wrong)
        {
            return Reply.Json(400, new JsonObject { ["error"] = wrong.Message });
        }
    }
}
