using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Pika.Wire;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>What an answer says about a job or about a refusal.</summary>
internal sealed record PikaJob
{
    public string? Id { get; private init; }

    public string? Status { get; private init; }

    public string? Code { get; private init; }

    public string? Words { get; private init; }

    public Uri? Video { get; private init; }

    /// <summary>Null when the answer is not in Pika's own form: a proxy's page, another API's error.</summary>
    public static PikaJob? Of(VendorAnswer answer)
    {
        if (!answer.TryRead(PikaJsonContext.Default.PikaJobData, out var data))
        {
            return null;
        }

        var job = new PikaJob
        {
            Id = Text(data.Id) is { Length: > 0 } id ? id : null,
            Status = Text(data.Status),
            Code = Member(data.Error, "code") ?? Text(data.Code),
            Words = Member(data.Error, "message") ?? Text(data.Message),
            Video = Link(data.Output),
        };
        return job is { Id: null, Status: null, Code: null, Words: null } ? null : job;
    }

    private static Uri? Link(JsonElement? output) =>
        output is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty("video", out var video) && Uri.TryCreate(Member(video, "url"), UriKind.Absolute, out var link) ? link : null;

    private static string? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
