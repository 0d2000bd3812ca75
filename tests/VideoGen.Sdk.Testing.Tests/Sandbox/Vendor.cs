using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

/// <summary>The plainest way through each vendor, for tests that hold for all of them.</summary>
internal sealed record Vendor(string Name, string SubmitPath, string Body, string[] Headers)
{
    public required Func<JsonNode, string> Id { get; init; }
    public required Func<string, string> StatusPath { get; init; }

    /// <summary>The vendor's word for the state in a status answer.</summary>
    public required Func<JsonNode, string?> State { get; init; }
    public required string Done { get; init; }
    public required string Failed { get; init; }

    /// <summary>Where the link is in the answer of <see cref="ResultPath"/>; null where the vendor has no links.</summary>
    public Func<JsonNode, string?>? Link { get; init; }
    public Func<string, string>? ResultPath { get; init; }
    public decimal Usd { get; init; }

    public static TheoryData<string> Names => [.. All.Select(vendor => vendor.Name)];

    public static Vendor Of(string name) => All.Single(vendor => vendor.Name == name);

    private static Vendor[] All { get; } =
    [
        new("kling", "/kling/text-to-video/kling-2.6", """{"prompt":"a boat","settings":{"aspect_ratio":"9:16","duration":5}}""", ["Authorization: Bearer k"])
        {
            Id = body => body["data"]!["id"]!.GetValue<string>(),
            StatusPath = id => "/kling/tasks?task_ids=" + id,
            State = body => body["data"]![0]!["status"]!.GetValue<string>(),
            Link = body => body["data"]![0]!["outputs"]?.AsArray().FirstOrDefault()?["url"]!.GetValue<string>(),
            Done = "succeeded",
            Failed = "failed",
            Usd = 0.21m,
        },
        new("pika", "/pika/v1/media/pika/pika-2.5/text-to-video", """{"prompt":"a boat","resolution":"720p"}""", ["X-API-Key: k"])
        {
            Id = body => body["id"]!.GetValue<string>(),
            StatusPath = id => "/pika/v1/media/jobs/" + id,
            State = body => body["status"]!.GetValue<string>(),
            Link = body => body["output"]?["video"]?["url"]?.GetValue<string>(),
            Done = "completed",
            Failed = "failed",
            Usd = 0.20m,
        },
        new("fal", "/fal/fal-ai/pika/v2.2/text-to-video", """{"prompt":"a boat","aspect_ratio":"9:16","duration":5}""", ["Authorization: Key k"])
        {
            Id = body => body["request_id"]!.GetValue<string>(),
            StatusPath = id => $"/fal/fal-ai/pika/requests/{id}/status",
            ResultPath = id => $"/fal/fal-ai/pika/requests/{id}",
            State = body => body["error"] is null ? body["status"]!.GetValue<string>() : "ERROR",
            Link = body => body["video"]?["url"]?.GetValue<string>(),
            Done = "COMPLETED",
            Failed = "ERROR",
            Usd = 0.20m,
        },
        new("runway", "/runway/v1/text_to_video", """{"model":"gen4.5","promptText":"a boat","ratio":"720:1280","duration":5}""", ["Authorization: Bearer k", "X-Runway-Version: 2024-11-06"])
        {
            Id = body => body["id"]!.GetValue<string>(),
            StatusPath = id => "/runway/v1/tasks/" + id,
            State = body => body["status"]!.GetValue<string>(),
            Link = body => body["output"]?.AsArray().FirstOrDefault()?.GetValue<string>(),
            Done = "SUCCEEDED",
            Failed = "FAILED",
            Usd = 0.60m,
        },
        new("heygen", "/heygen/v3/models/videos", """{"model":"heygen-video-1","mode":"text_to_video","prompt":"a boat"}""", ["X-Api-Key: k"])
        {
            Id = body => body["data"]!["video_id"]!.GetValue<string>(),
            StatusPath = id => "/heygen/v3/models/videos/" + id,
            State = body => body["data"]!["status"]!.GetValue<string>(),
            Link = body => body["data"]!["video_url"]?.GetValue<string>(),
            Done = "completed",
            Failed = "failed",
            Usd = 0.10m,
        },
        new("openai", "/openai/v1/videos", """{"model":"sora-2","prompt":"a boat","seconds":"4","size":"720x1280"}""", ["Authorization: Bearer k"])
        {
            Id = body => body["id"]!.GetValue<string>(),
            StatusPath = id => "/openai/v1/videos/" + id,
            State = body => body["status"]!.GetValue<string>(),
            Done = "completed",
            Failed = "failed",
            Usd = 0.40m,
        },
    ];

    public async Task<string> SubmitAsync(Caller caller)
    {
        var (status, body, _) = await caller.CallAsync("POST", SubmitPath, Body, Headers);
        Assert.True(status < 300, body.ToJsonString());
        return Id(body);
    }

    public Task<JsonNode> EndAsync(Caller caller, string id) => caller.UntilAsync(StatusPath(id), body => State(body) == Done || State(body) == Failed,
        Headers);

    /// <summary>Fetches the file of a finished task.</summary>
    public async Task<HttpResponseMessage> FetchAsync(Caller caller, string id) => Link is null
        ? await caller.SendAsync("GET", $"/openai/v1/videos/{id}/content", null, Headers)
        : await caller.SendAsync("GET", (await LinkAsync(caller, id))!);

    public async Task<string?> LinkAsync(Caller caller, string id) => Link!((await caller.CallAsync("GET", (ResultPath ?? StatusPath)(id), null,
        Headers)).Body);
}
