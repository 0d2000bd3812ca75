using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Rules between fields.</summary>
internal static class RunwayChecks
{
    public static void Demand(JsonObject body)
    {
        if (body["promptImage"] is JsonArray images)
        {
            DemandPlaces(body, [.. images.Select(image => image.Text("position"))]);
        }

        if (body.Text("model") == "seedance2_5" && body.Text("mode") is "extend" or "edit")
        {
            DemandMode(body, body.Text("mode")!);
        }

        if (body.Text("ratio") == "adaptive" && body["promptImage"] is null && body["promptVideo"] is null && !body.Items("references").Any())
        {
            throw RunwayErrors.Wrong("ratio", "adaptive needs a reference");
        }
    }

    private static void DemandPlaces(JsonObject body, string?[] places)
    {
        if (places.Contains(null) && places.Any(place => place is not null))
        {
            throw RunwayErrors.Wrong("promptImage", "keyframes and references may not be mixed");
        }

        if (places.Where(place => place is not null).GroupBy(place => place).Any(place => place.Count() > 1))
        {
            throw RunwayErrors.Wrong("promptImage", "holds a position twice");
        }

        if (places is ["last"] && body.Text("model") is "veo3.1" or "veo3.1_fast" or "h3_max")
        {
            throw RunwayErrors.Wrong("promptImage", "a last image needs a first one");
        }
    }

    private static void DemandMode(JsonObject body, string mode)
    {
        if (body["promptText"] is null || body["ratio"] is not null)
        {
            throw RunwayErrors.Wrong("mode", $"{mode} needs promptText and takes no ratio");
        }

        if (mode == "edit" && body.Text("duration") != "auto")
        {
            throw RunwayErrors.Wrong("duration", "must be auto for edit");
        }
    }
}
