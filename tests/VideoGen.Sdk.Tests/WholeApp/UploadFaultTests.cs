using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using static VideoGen.Sdk.Tests.WholeApp.FaultTrial;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>Uploads are free and come before the money: they may fail and be repeated, and nothing is bought while an input is missing.</summary>
public sealed class UploadFaultTests
{
    public static TheoryData<string, SandboxFaultKind> Faults =>
        Each(["pika", "runway", "heygen"], SandboxFaultKind.Status, SandboxFaultKind.AcceptThenDrop, SandboxFaultKind.DropBeforeAccept, SandboxFaultKind.MalformedJson);

    // A picture by its first bytes and large enough for every vendor's store; nobody in the sandbox looks at it.
    private static VideoRequest WithPicture => VendorApp.Request with
    {
        ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.Concat(new byte[4000]).ToArray(), "image/png")],
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_upload_that_fails_is_repeated_and_the_video_paid_once(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Upload, kind, new FaultSchedule.Next(1), status: kind == SandboxFaultKind.Status ? 503 : null);

        var result = await app.GenerateAsync(WithPicture);

        Assert.Equal(1, result.Attempts);
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, null);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Without_its_input_nothing_is_bought_or_held(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Upload, kind, status: kind == SandboxFaultKind.Status ? 503 : null);

        var thrown = await Assert.ThrowsAsync<AllProvidersFailedException>(() => app.GenerateAsync(WithPicture));

        Assert.DoesNotContain((await app.OnlyJobAsync()).Attempts, a => a.IntentAt is not null);
        Assert.Empty(app.Sandbox.Charges);
        Assert.All(await app.LinesAsync(), l => Assert.Equal(LineState.Released, l.State));
        await MustHoldAsync(app, null, thrown);
    }

    [Fact]
    public async Task Another_provider_makes_the_video_that_one_could_not_take_the_picture_for()
    {
        await using var app = await VendorApp.StartAsync(["runway", "kling"]);
        app.Fault("runway", SandboxOperation.Upload, SandboxFaultKind.Status, status: 503);

        Assert.Equal("kling", (await app.GenerateAsync(WithPicture)).Provider);
        Assert.Equal("kling", Assert.Single(app.Sandbox.Charges).Vendor);
        await app.MustAgreeWithVendorsAsync();
    }

    [Theory]
    [InlineData("pika", """{"message":"Too many requests","code":"rate_limited"}""")]
    [InlineData("runway", """{"error":"Too many requests."}""")]
    [InlineData("heygen", """{"error":{"code":"rate_limit_exceeded","message":"Too many requests"}}""")]
    public async Task A_refused_upload_is_repeated_when_the_vendor_said(string vendor, string words)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Upload, SandboxFaultKind.Status, new FaultSchedule.Next(1), 429, words, TimeSpan.FromSeconds(90));
        var startedAt = app.Clock.GetUtcNow();

        await app.GenerateAsync(WithPicture);

        Assert.InRange(Assert.Single((await app.OnlyJobAsync()).Attempts).IntentAt!.Value - startedAt, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(120));
        await app.MustAgreeWithVendorsAsync();
    }
}
