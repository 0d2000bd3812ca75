using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>The avatars, voices and templates of the sandbox's account.</summary>
internal sealed class HeyGenLibrary(World world)
{
    private const string PhotoLook = "look_2";
    private static readonly (string Id, string Type)[] Looks = [("look_1", "studio_avatar"), (PhotoLook, "photo_avatar"), ("look_3", "digital_twin")];
    private static readonly string[] VoiceIds = ["voice_1", "voice_2", "voice_3"];
    private static readonly string[] TemplateIds = ["template_1", "template_2"];

    /// <summary>A photo avatar is cheaper than a filmed one.</summary>
    public static bool IsPhoto(string? look) => look == PhotoLook;

    public void DemandLook(string look) => Demand(Looks.Any(known => known.Id == look), look, "avatar");

    public void DemandVoice(string? voice) => Demand(voice is null || VoiceIds.Contains(voice), voice, "voice");

    public void DemandTemplate(string template) => Demand(TemplateIds.Contains(template), template, "template");

    public static Task<Reply> Avatars(HttpContext http) => Page(http, Looks.Select(look =>
        new JsonObject { ["id"] = "group_" + look.Id[^1], ["name"] = "Avatar " + look.Id[^1], ["looks_count"] = 1 }));

    public static Task<Reply> LookList(HttpContext http) => Page(http, Looks.Select(look => new JsonObject
    {
        ["id"] = look.Id,
        ["name"] = "Look " + look.Id[^1],
        ["avatar_type"] = look.Type,
        ["group_id"] = "group_" + look.Id[^1],
        ["default_voice_id"] = VoiceIds[0],
    }));

    public static Task<Reply> Voices(HttpContext http) => Page(http, VoiceIds.Select(voice =>
        new JsonObject { ["voice_id"] = voice, ["name"] = "Voice " + voice[^1], ["language"] = "English", ["gender"] = "female" }));

    public static Task<Reply> Templates(HttpContext http) => Page(http,
        TemplateIds.Select(template => new JsonObject { ["id"] = template, ["name"] = "Template " + template[^1], ["aspect_ratio"] = "landscape" }));

    private static Task<Reply> Page(HttpContext http, IEnumerable<JsonNode> items)
    {
        var all = items.ToArray();
        var limit = int.TryParse(http.Query("limit"), null, out var asked) && asked > 0 ? asked : 100;
        _ = int.TryParse(http.Query("token"), null, out var skip);
        var hasMore = all.Length > skip + limit;
        return Task.FromResult(HeyGenErrors.List(all.Skip(skip).Take(limit), hasMore, hasMore
            ? (skip + limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    private void Demand(bool known, string? id, string what)
    {
        if (!known && !world.Options.HeyGenIds.Contains(id!))
        {
            throw new RefusedException(HeyGenErrors.NotFound(what));
        }
    }
}
