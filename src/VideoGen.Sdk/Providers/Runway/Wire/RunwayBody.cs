using System.Buffers;
using System.Text.Json;
using static VideoGen.Sdk.Providers.Runway.RunwayField;

namespace VideoGen.Sdk.Providers.Runway.Wire;

/// <summary>Writes the one paid body: the fields that the model has on this endpoint, and no other.</summary>
internal static class RunwayBody
{
    public static ReadOnlyMemory<byte> Write(RunwayOrder order)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", order.Dialect.Model);
            WriteWords(json, order);
            RunwayMedia.Write(json, order);
            WritePicture(json, order);
            WriteVendorFields(json, order);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory.ToArray();
    }

    private static void WriteWords(Utf8JsonWriter json, RunwayOrder order)
    {
        if (order.Spec.Prompt.Length > 0 && !order.Dialect.Has(Performance))
        {
            json.WriteString("promptText", order.Spec.Prompt);
        }

        if (order.Spec.NegativePrompt is { Length: > 0 } not && order.Dialect.Has(NegativePrompt))
        {
            json.WriteString("negativePrompt", not);
        }
    }

    private static void WritePicture(Utf8JsonWriter json, RunwayOrder order)
    {
        var (spec, dialect, settings) = (order.Spec, order.Dialect, order.Settings);

        // seedance2_5 refuses a ratio for a clip that is carried on or changed in place.
        var keepsShape = settings.Mode is RunwayVideoMode.Extend or RunwayVideoMode.Edit && dialect.Model == RunwayPrice.ChargesForInputSeconds;
        if (spec.AspectRatio is { } ratio && !keepsShape && (dialect.Has(Ratio) || dialect.Has(TargetRatio)))
        {
            json.WriteString(dialect.Has(TargetRatio) ? "targetAspectRatio" : "ratio", ratio.ToString());
        }

        if (dialect.Has(AutoRatio))
        {
            json.WriteString("ratio", $"auto_{spec.Resolution ?? VideoResolution.Hd}");
        }

        if (dialect.Has(Resolution) && spec.Resolution is { } resolution)
        {
            json.WriteString("resolution", resolution.Lines == 1440 ? "2k" : resolution.ToString());
        }

        if (dialect.Has(AutoDuration) && (settings.AutoDuration || settings.Mode == RunwayVideoMode.Edit))
        {
            json.WriteString("duration", "auto");
        }
        else if (dialect.Has(RunwayField.Duration) && spec.Duration is { } duration)
        {
            json.WriteNumber("duration", (int)Math.Ceiling(duration.TotalSeconds));
        }

        if (dialect.Has(Audio))
        {
            json.WriteBoolean("audio", spec.Sound);
        }

        if (dialect.Has(Seed) && spec.Seed is { } seed)
        {
            // 0 to 4294967295; a longer seed still repeats, folded into that range.
            json.WriteNumber("seed", unchecked((uint)seed));
        }
    }

    private static void WriteVendorFields(Utf8JsonWriter json, RunwayOrder order)
    {
        var (dialect, settings) = (order.Dialect, order.Settings);
        if (dialect.Has(Moderation) && settings.PublicFigureThreshold is { } threshold)
        {
            json.WriteStartObject("contentModeration");
            json.WriteString("publicFigureThreshold", Word(threshold));
            json.WriteEndObject();
        }

        if (dialect.Has(OutputFormat) && settings.OutputFormat is { Length: > 0 } format)
        {
            json.WriteString("outputFormat", format);
            if (settings.ProResProfile is { Length: > 0 } profile)
            {
                json.WriteString("proresProfile", profile);
            }
        }

        if (dialect.Has(Mode) && settings.Mode is { } mode)
        {
            json.WriteString("mode", Word(mode));
        }

        if (dialect.Has(PromptExpansion) && settings.PromptExpansion is { } expansion)
        {
            json.WriteString("promptExpansionMode", Word(expansion));
        }

        if (dialect.Has(Performance))
        {
            WritePerformance(json, settings);
        }
    }

    private static void WritePerformance(Utf8JsonWriter json, RunwaySettings settings)
    {
        if (settings.BodyControl is { } body)
        {
            json.WriteBoolean("bodyControl", body);
        }

        if (settings.ExpressionIntensity is { } intensity)
        {
            json.WriteNumber("expressionIntensity", intensity);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
