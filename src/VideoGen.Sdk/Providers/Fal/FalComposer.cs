using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Writes submits: the input of the model at top level. Models of other vendors get the names that most of them use; the rest is the caller's.</summary>
internal static class FalComposer
{
    public static async ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, FalDurationStyle style, CancellationToken cancellationToken)
    {
        var spec = task.Spec;
        var settings = FalSettings.Read(spec.SettingsJson);
        var path = FalModels.Path(spec.Model);
        if (spec.AspectRatio is not null && !FalModels.TakesRatio(spec.Model))
        {
            throw FalErrors.NotSupported($"{spec.Model} takes its shape from the picture.");
        }

        var inputs = await FalInputs.ReadAsync(task, cancellationToken).ConfigureAwait(false);
        var body = new JsonObject();
        WriteMedia(body, spec.Model, inputs);
        WriteWords(body, spec, inputs, settings.DurationStyle ?? style);
        Merge(body, settings.Input);
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = task.CallbackUrl is { } url ? $"{path}?fal_webhook={Uri.EscapeDataString(url.AbsoluteUri)}" : path,
            Content = Encoding.UTF8.GetBytes(body.ToJsonString()),
            Model = spec.Model,
        };
    }

    private static void WriteWords(JsonObject body, GenerationSpec spec, FalInputs inputs, FalDurationStyle style)
    {
        Add(body, "prompt", spec.Prompt is { Length: > 0 } words ? words : null);
        Add(body, "negative_prompt", spec.NegativePrompt);
        Add(body, "aspect_ratio", spec.AspectRatio?.ToString());
        Add(body, "resolution", spec.Resolution?.ToString());
        Add(body, "seed", spec.Seed);
        if (!FalModels.IsPikaframes(spec.Model))
        {
            Add(body, "duration", spec.Duration is { } length ? Written(length, style) : null);
        }
        else if (FalTransitions.Of(spec, inputs.Pictures.Count) is { } lengths)
        {
            body["transitions"] = new JsonArray([.. lengths.Select(s => (JsonNode)new JsonObject { ["duration"] = s })]);
        }
    }

    private static void WriteMedia(JsonObject body, string model, FalInputs inputs)
    {
        var isList = FalModels.IsPikaframes(model) || FalModels.IsPikascenes(model);
        var first = isList ? null : inputs.FirstFrame ?? (inputs.References.Count == 1 && inputs.LastFrame is null ? inputs.References[0] : null);
        IReadOnlyList<string> others = isList ? inputs.Pictures : [.. inputs.References.Where(r => r != first)];
        Add(body, "image_url", first);
        Add(body, "image_urls", others.Count > 0 ? new JsonArray([.. others.Select(o => (JsonNode)o)]) : null);
        Add(body, "end_image_url", isList ? null : inputs.LastFrame);
        Add(body, "video_url", inputs.Video);
        Add(body, "audio_url", inputs.Sound);
    }

    private static JsonNode Written(TimeSpan length, FalDurationStyle style)
    {
        var seconds = length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return style switch
        {
            FalDurationStyle.Text => seconds,
            FalDurationStyle.TextWithUnit => seconds + "s",
            _ => length.TotalSeconds % 1 == 0 ? (int)length.TotalSeconds : length.TotalSeconds,
        };
    }

    private static void Add(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static void Merge(JsonObject body, JsonObject? input)
    {
        foreach (var (name, value) in input ?? [])
        {
            if (!body.TryAdd(name, value?.DeepClone()))
            {
                throw FalErrors.Refuse($"The member {name} is already written from the request; set it there.");
            }
        }
    }
}
