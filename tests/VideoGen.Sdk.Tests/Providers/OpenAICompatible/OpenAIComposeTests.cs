using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAIComposeTests
{
    private static readonly OpenAICompatibleProvider Gateway = OpenAICompatibleProvider.Create(OpenAIDesk.Key, new Uri("https://gateway.example"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_linked_picture_becomes_the_vendors_own_example() => AssertAsync(
        OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, OpenAIDesk.Picture("https://media.example/boat-1280x720.png")),
        """{"model":"sora-2","prompt":"paper boat in the rain, macro","seconds":"8","size":"1280x720","input_reference":{"image_url":"https://media.example/boat-1280x720.png"}}""");

    [Fact]
    public async Task A_stored_picture_goes_as_a_form_of_the_same_bytes_every_time()
    {
        var task = OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, OpenAIDesk.Picture());

        var body = await Gateway.ComposeAsync(task, Token);

        Assert.Equal("multipart/form-data; boundary=videogen-vg-7c1e", body.ContentType);
        Assert.Equal(
            """
            --videogen-vg-7c1e
            Content-Disposition: form-data; name="model"

            sora-2
            --videogen-vg-7c1e
            Content-Disposition: form-data; name="prompt"

            paper boat in the rain, macro
            --videogen-vg-7c1e
            Content-Disposition: form-data; name="seconds"

            8
            --videogen-vg-7c1e
            Content-Disposition: form-data; name="size"

            1280x720
            --videogen-vg-7c1e
            Content-Disposition: form-data; name="input_reference"; filename="input_reference.png"
            Content-Type: image/png

            PNG!
            --videogen-vg-7c1e--

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(body.Content.Span));
        Assert.Equal(body.Content.ToArray(), (await Gateway.ComposeAsync(task, Token)).Content.ToArray());
    }

    [Theory]
    [InlineData("9:16", "1080p", "1080x1920")]
    [InlineData("16:9", null, "1280x720")]
    [InlineData("4:3", "720p", "960x720")]
    [InlineData("1:1", "480p", "480x480")]
    [InlineData("1024:1792", "720p", "1024x1792")]
    [InlineData(null, "1080p", "1080x1920")]
    public Task Shape_and_resolution_become_one_size(string? ratio, string? resolution, string size) => AssertAsync(
        OpenAIDesk.Task(new GenerationSpec { Model = "any/model", Prompt = "a", AspectRatio = ratio is null ? null : AspectRatio.Parse(ratio), Resolution = resolution is null ? null : VideoResolution.Parse(resolution) }),
        $$"""{"model":"any/model","prompt":"a","size":"{{size}}"}""");

    [Fact]
    public Task What_was_left_open_is_left_to_the_model() => AssertAsync(OpenAIDesk.Task(new GenerationSpec { Model = "m", Prompt = "a" }), """{"model":"m","prompt":"a"}""");

    [Fact]
    public Task A_gateways_own_fields_go_along_and_replace_none() => AssertAsync(
        OpenAIDesk.Task(new GenerationSpec { Model = "m", Prompt = "a", SettingsJson = new OpenAICompatibleSettings { Size = "2x4", Fields = new Dictionary<string, string> { ["style"] = "noir", ["prompt"] = "other" } }.ToJson() }),
        """{"model":"m","prompt":"a","size":"2x4","style":"noir"}""");

    [Fact]
    public async Task What_the_api_has_no_field_for_is_refused_before_anything_is_sent()
    {
        var last = new TaskInput(new PreparedInput { Role = ReferenceRole.LastFrame, Reference = "https://a.example/b.png" }, new InputMedia { Role = ReferenceRole.LastFrame });
        foreach (var task in new[]
        {
            OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.VideoToVideo }),
            OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, last),
            OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, OpenAIDesk.Picture(), OpenAIDesk.Picture()),
            OpenAIDesk.Task(OpenAIDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, OpenAIDesk.Picture(contentType: "image/gif")),
        })
        {
            Assert.Equal(ProviderFailureKind.NotSupported, (await Assert.ThrowsAsync<ProviderCallException>(async () => await Gateway.ComposeAsync(task, Token))).Failure!.Kind);
        }
    }

    private static async Task AssertAsync(GenerationTask task, string expected)
    {
        var body = await Gateway.ComposeAsync(task, Token);

        Assert.Equal(("videos", "application/json"), (body.Route, body.ContentType));
        var actual = JsonNode.Parse(Encoding.UTF8.GetString(body.Content.Span));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual!.ToJsonString());
    }
}
