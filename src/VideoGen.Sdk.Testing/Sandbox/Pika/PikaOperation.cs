using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>One entry of the catalogue: a path, its fields and its length.</summary>
internal sealed record PikaOperation(string ApiId, ShapeRule Fields, PikaField[] Schema)
{
    public const decimal UsdPerSecond720 = 0.04m;
    public const decimal UsdPerSecond1080 = 0.09m;

    private static readonly PikaField Resolution = new("resolution", "string", ["720p", "1080p"]);
    private static readonly PikaField Seed = new("seed", "integer", null);
    private static readonly string[] Effects = ["Cake-ify", "Crumble", "Crush", "Decapitate", "Deflate", "Dissolve", "Explode", "Inflate", "Levitate", "Melt",
        "Peel", "Squish"];

    public static PikaOperation[] All { get; } =
    [
        Of("pika-2.5/text-to-video", Prompt(true), Plain("negative_prompt"), Resolution, new("duration_s", "integer", null) { Whole = [5] }, Seed),
        Of("pika-2.5/image-to-video", Media("image"), Prompt(false), Plain("negative_prompt"), Resolution,
            new("duration_s", "integer", null) { Whole = [5, 10] }, Seed),
        Of("pikaframes/image-to-video", Media("images") with { Items = (2, 5) }, Prompt(false), Plain("negative_prompt"), Resolution,
            new("transition_duration_s", "integer", null) { Range = (1, 10) }, Seed),
        Of("pikadditions/video-to-video", Media("video"), Media("image") with { IsNeeded = false }, Prompt(false), Plain("negative_prompt"), Resolution, Seed),
        Of("pikaswaps/video-to-video", Media("video"), Media("image") with { IsNeeded = false }, Media("mask") with { IsNeeded = false }, Plain("region"),
            Prompt(false), Plain("negative_prompt"), Resolution, Seed),
        Of("pikaffects/image-to-video", Media("image"), new("pikaffect", "string", Effects) { IsNeeded = true }, Prompt(false), Plain("negative_prompt"),
            Resolution, Seed),
        Of("pikaffects/video-to-video", Media("video"), new("pikaffect", "string", Effects) { IsNeeded = true }, Prompt(false), Plain("negative_prompt"),
            Resolution, Seed),
    ];

    private static PikaOperation Of(string name, params PikaField[] fields) =>
        new("pika/" + name, May.Hold([.. fields.Select(field => (field.Name, field.Rule()))]), fields);

    private static PikaField Prompt(bool needed) => new("prompt", "string", null) { IsNeeded = needed };

    private static PikaField Plain(string name) => new(name, "string", null);

    private static PikaField Media(string name) => new(name, "string", null) { IsMedia = true, IsNeeded = true };
}
