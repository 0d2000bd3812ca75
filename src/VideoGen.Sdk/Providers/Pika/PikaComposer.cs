using System.Text;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Writes creates. Every operation has a schema of its own, so a body is put together field by field.</summary>
internal static class PikaComposer
{
    public static SubmissionBody Compose(GenerationTask task, bool isReplayable)
    {
        var spec = task.Spec;
        var settings = PikaSettings.Read(spec.SettingsJson);
        var apiId = PikaModels.ApiId(spec);
        Check(spec, settings);
        var body = new JsonObject();
        Write(body, spec, settings);
        PikaInputs.Write(body, task);
        Merge(body, settings.Fields);
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = $"/v1/media/{apiId}",
            Content = Encoding.UTF8.GetBytes(body.ToJsonString()),
            Model = spec.Model,
            // One key for each attempt: a failed job is returned again under its key, so a retry needs another one.
            IdempotencyKey = task.ClientReference,
            IsReplayable = isReplayable,
        };
    }

    private static void Check(GenerationSpec spec, PikaSettings settings)
    {
        if (spec.AspectRatio is not null && PikaModels.IsPikas(spec.Model))
        {
            throw PikaErrors.NotSupported($"Pika's {spec.Model} has no field for a shape.");
        }

        if (settings.TransitionSeconds is < 1 or > 10)
        {
            throw PikaErrors.Refuse("Pika takes transitions of 1 to 10 seconds.");
        }

        if (PikaModels.IsFrames(spec) && !PikaLength.FitsWish(spec, settings))
        {
            throw PikaErrors.NotSupported("Between these pictures the wished length cannot be reached: each transition takes 1 to 10 whole seconds.");
        }

        if (PikaModels.IsEffects(spec) && string.IsNullOrWhiteSpace(settings.Pikaffect))
        {
            throw PikaErrors.Refuse("pikaffects needs the name of an effect: set PikaSettings.Pikaffect.");
        }
    }

    private static void Write(JsonObject body, GenerationSpec spec, PikaSettings settings)
    {
        var isFrames = PikaModels.IsFrames(spec);
        Add(body, "prompt", spec.Prompt is { Length: > 0 } words ? words : null);
        Add(body, "negative_prompt", spec.NegativePrompt);
        Add(body, "aspect_ratio", spec.AspectRatio?.ToString());
        Add(body, "resolution", spec.Resolution?.ToString());
        Add(body, "duration_s", isFrames || PikaModels.HasNoLength(spec) ? null : (int?)spec.Duration?.TotalSeconds);
        Add(body, "transition_duration_s", isFrames ? PikaLength.Transition(spec, settings) : null);
        Add(body, "pikaffect", PikaModels.IsEffects(spec) ? settings.Pikaffect : null);
        Add(body, "region", settings.Region);
        Add(body, "seed", spec.Seed);
    }

    private static void Add(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static void Merge(JsonObject body, JsonObject? fields)
    {
        foreach (var (name, value) in fields ?? [])
        {
            if (!body.TryAdd(name, value?.DeepClone()))
            {
                throw PikaErrors.Refuse($"The field {name} is already written from the request; set it there.");
            }
        }
    }
}
