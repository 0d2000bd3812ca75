using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>A registered webhook endpoint.</summary>
internal sealed record HeyGenEndpoint(string Id, string Url, string[]? Events, string Secret, DateTimeOffset CreatedAt)
{
    public bool Wants(string eventType) => Events is null || Events.Contains(eventType);

    /// <summary>The secret is shown when the endpoint is made and when it is rotated, and never again.</summary>
    public JsonObject Shown(bool withSecret)
    {
        var shown = new JsonObject
        {
            ["endpoint_id"] = Id,
            ["url"] = Url,
            ["events"] = Events is null ? null : new JsonArray([.. Events.Select(name => (JsonNode)name)]),
            ["status"] = "enabled",
            ["created_at"] = CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (withSecret)
        {
            shown["secret"] = Secret;
        }

        return shown;
    }
}
