using System.Globalization;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>The fields of a create, whichever form they are sent in.</summary>
internal sealed record OpenAIOrder
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp"];

    public required string ClientReference { get; init; }

    /// <summary>Text fields in order; the API has no others, even seconds are text.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>The first frame; null without one.</summary>
    public TaskInput? Picture { get; init; }

    public static OpenAIOrder Of(GenerationTask task)
    {
        var spec = task.Spec;
        if (spec.Operation is not (VideoOperation.TextToVideo or VideoOperation.ImageToVideo))
        {
            throw OpenAIFault.Of(ProviderFailureKind.NotSupported, $"does not do {spec.Operation}");
        }

        if (task.Inputs.Count > 1 || task.Inputs.Any(i => i.Prepared.Role != ReferenceRole.FirstFrame))
        {
            throw OpenAIFault.Of(ProviderFailureKind.NotSupported, "takes one picture, as the first frame, and no other input");
        }

        var picture = task.Inputs.Count == 0 ? null : task.Inputs[0];
        if (picture is { Prepared.Reference: null } && !Pictures.Contains(picture.Media.ContentType))
        {
            throw OpenAIFault.Of(ProviderFailureKind.NotSupported, "takes jpeg, png and webp pictures");
        }

        return new OpenAIOrder { ClientReference = task.ClientReference, Fields = FieldsOf(spec), Picture = picture };
    }

    private static List<KeyValuePair<string, string>> FieldsOf(GenerationSpec spec)
    {
        List<KeyValuePair<string, string>> fields = [new("model", spec.Model), new("prompt", spec.Prompt)];
        if (spec.Duration is { } duration)
        {
            fields.Add(new("seconds", ((int)Math.Ceiling(duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture)));
        }

        if (OpenAISize.Of(spec) is { } size)
        {
            fields.Add(new("size", size));
        }

        fields.AddRange(OpenAICompatibleSettings.Of(spec).Fields.Where(f => f.Key is not ("model" or "prompt" or "seconds" or "size" or "input_reference")).OrderBy(f => f.Key, StringComparer.Ordinal));
        return fields;
    }
}
