using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class InputTests
{
    private static readonly VideoRequest WithPicture = A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "image/png")] };

    [Fact]
    public async Task Inputs_that_expired_at_the_vendor_are_uploaded_again_before_the_submit()
    {
        await using var world = new TestWorld();
        var provider = world.Add(new ScriptedProviderOptions { UploadLifetime = TimeSpan.FromMinutes(2) });
        var dead = world.StartProcess(new ChaosProcess().At("jobs.SaveIntent", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync(WithPicture));
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        var result = await world.StartProcess().GenerateAsync(WithPicture);

        Assert.Equal(2, provider.Uploads);
        Assert.Contains("upload-2", System.Text.Encoding.UTF8.GetString(world.Vendor.Jobs[0].Body.Content.Span), StringComparison.Ordinal);
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_file_given_to_a_job_may_be_deleted_once_the_job_is_made()
    {
        await using var world = new TestWorld();
        world.Add();
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        var request = A.Request with { ReferenceImages = [ReferenceMedia.FromFile(path)] };
        var dead = world.StartProcess(new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync(request));
        File.Delete(path);
        world.LetLeasesLapse();

        // The same bytes under the same key are the same request, however they are given.
        var result = await world.StartProcess().GenerateAsync(A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "application/octet-stream")] });
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_known_key_needs_no_file_that_its_job_has_kept(bool isFinished)
    {
        await using var world = new TestWorld();
        world.Add();
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        var request = A.Request with { ReferenceImages = [ReferenceMedia.FromFile(path)] };
        var first = world.StartProcess(isFinished ? null : new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore));
        await first.TryGenerateAsync(request);
        File.Delete(path);
        world.LetLeasesLapse();

        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync(request));
        Assert.Equal(1, world.Vendor.Posts);
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => world.StartProcess().GenerateAsync(request with { ReferenceImages = [ReferenceMedia.FromFile(path, ReferenceRole.LastFrame)] }));
        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().GenerateAsync(request with { IdempotencyKey = "new" }));
    }

    [Fact]
    public async Task A_known_key_with_another_file_is_another_request()
    {
        await using var world = new TestWorld();
        world.Add();
        await world.StartProcess().GenerateAsync(WithPicture);

        await Assert.ThrowsAsync<IdempotencyConflictException>(() =>
            world.StartProcess().GenerateAsync(A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 4 }, "image/png")] }));
    }

    [Theory]
    [InlineData(false, "costs.Hold")]
    [InlineData(true, "jobs.SaveIntent")]
    public async Task A_stored_input_that_is_gone_is_named_frees_the_money_and_may_be_given_again(bool inBody, string diesAt)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { SendsInputsInBody = inBody, UploadLifetime = TimeSpan.FromMinutes(2) });
        var dead = world.StartProcess(new ChaosProcess().At(inBody ? diesAt : "jobs.Save", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync(WithPicture));
        var input = (await world.OnlyJobAsync()).Request.ReferenceImages[0].AssetId!;
        await world.Assets.DeleteAsync(input, TestContext.Current.CancellationToken);
        world.LetLeasesLapse();

        var process = world.StartProcess();
        var jobId = (await world.OnlyJobAsync()).Id;
        var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.DriveAsync(process.Generator.ResumeAsync(jobId, null, TestContext.Current.CancellationToken)));
        Assert.Contains($"The FirstFrame input ({input})", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.LinesAsync(), l => l.State == LineState.Reserved);

        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(WithPicture));
        await Truth.MustBeFinishedAsync(world, await process.RetryFailedAsync(jobId));
    }

    [Fact]
    public async Task An_upload_that_fails_is_tried_again_for_nothing_and_then_left_to_the_next_provider()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.IsDown = true;
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync(WithPicture);

        Assert.Equal("second", result.Provider);
        Assert.Equal(0, world.Vendor.Posts);
        await Truth.MustBeFinishedAsync(world, result);
    }
}
