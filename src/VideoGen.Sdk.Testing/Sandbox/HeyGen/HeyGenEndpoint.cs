using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>A registered webhook endpoint.</summary>
internal sealed record HeyGenEndpoint(string Id, string Url, string[]? Events, string Secret, DateTimeOffset CreatedAt)
{
    public bool IsEnabled { get; init; } = true;

    public bool Wants(string eventType) => IsEnabled && (Events is null || Events.Contains(eventType));

    /// <summary>The secret is shown when the endpoint is made and when it is rotated, and never again.</summary>
    public JsonObject Shown(bool withSecret)
    {
        var shown = new JsonObject
        {
            ["endpoint_id"] = Id,
            ["url"] = Url,
            ["events"] = Events is null ? null : new JsonArray([.. Events.Select(name => (JsonNode)name)]),
            ["status"] = IsEnabled ? "enabled" : "disabled",
            ["created_at"] = CreatedAt.ToUnixTimeSeconds(),
        };
        if (withSecret)
        {
            shown["secret"] = Secret;
        }

        return shown;
    }
}
