using System.Text.Json;
using static VideoGen.Sdk.Providers.Runway.RunwayField;

namespace VideoGen.Sdk.Providers.Runway.Wire;

/// <summary>Writes the inputs, each under the name that the model has for it.</summary>
internal static class RunwayMedia
{
    public static void Write(Utf8JsonWriter json, RunwayOrder order)
    {
        var (inputs, dialect) = (order.Inputs, order.Dialect);
        if (dialect.Has(Performance))
        {
            WriteCharacter(json, inputs);
            return;
        }

        if (inputs.Source is { } source)
        {
            json.WriteString(dialect.Has(VideoUri) ? "videoUri" : "promptVideo", source);
        }

        if (dialect.Has(Keyframes))
        {
            WriteKeyframes(json, order);
            return;
        }

        if (inputs.HasFrames)
        {
            json.WriteStartArray("promptImage");
            WriteFrame(json, inputs.First, "first");
            WriteFrame(json, inputs.Last, "last");
            json.WriteEndArray();
        }

        WriteList(json, "references", null, inputs.Pictures);
        WriteList(json, "referenceVideos", dialect.Has(UntypedVideos) ? null : "video", inputs.Videos);
        WriteList(json, "referenceAudio", "audio", inputs.Sounds);
    }

    private static void WriteCharacter(Utf8JsonWriter json, RunwayInputs inputs)
    {
        WriteTyped(json, "character", inputs.Videos.Count > 0 ? "video" : "image", inputs.Videos.FirstOrDefault() ?? inputs.First ?? inputs.Pictures[0]);
        WriteTyped(json, "reference", "video", inputs.Source!);
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string address)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteString("uri", address);
        json.WriteEndObject();
    }

    private static void WriteKeyframes(Utf8JsonWriter json, RunwayOrder order)
    {
        IEnumerable<(string Address, decimal? Seconds, decimal? Share, RunwayKeyframe? Given)> all =
        [
            .. order.Inputs.First is { } first ? [(first, null, 0m, null)] : Array.Empty<(string, decimal?, decimal?, RunwayKeyframe?)>(),
            .. order.Settings.Keyframes.Select(k => (k.Picture.OriginalString, (decimal?)k.At?.TotalSeconds, k.AtFraction, (RunwayKeyframe?)k)),
            .. order.Inputs.Last is { } last ? [(last, null, 1m, null)] : Array.Empty<(string, decimal?, decimal?, RunwayKeyframe?)>(),
        ];
        if (!all.Any())
        {
            return;
        }

        json.WriteStartArray("keyframes");
        foreach (var (address, seconds, share, given) in all)
        {
            json.WriteStartObject();
            json.WriteNumber(seconds is null ? "at" : "seconds", seconds ?? share ?? 0m);
            json.WriteString("uri", address);
            if (given is { RangeStart: { } start, RangeEnd: { } end })
            {
                json.WriteStartObject("range");
                json.WriteNumber("start_seconds", (int)start.TotalSeconds);
                json.WriteNumber("end_seconds", (int)end.TotalSeconds);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFrame(Utf8JsonWriter json, string? address, string position)
    {
        if (address is not null)
        {
            json.WriteStartObject();
            json.WriteString("uri", address);
            json.WriteString("position", position);
            json.WriteEndObject();
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, string? type, List<string> addresses)
    {
        if (addresses.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var address in addresses)
        {
            json.WriteStartObject();
            if (type is not null)
            {
                json.WriteString("type", type);
            }

            json.WriteString("uri", address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
