using System.Text.Json;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Keys outlive releases: what an earlier release stored under a key is still the same request.</summary>
public sealed class FingerprintTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Workflow", "Fingerprints");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!)];

    /// <summary>A release adds a file; no file ever changes. When this fails, <see cref="Fingerprint.Version"/> must rise: what is read has changed.</summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public void A_request_that_an_earlier_release_kept_has_the_fingerprint_of_its_version(string file)
    {
        using var kept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        foreach (var one in kept.RootElement.EnumerateArray())
        {
            var stored = one.GetProperty("fingerprint").GetString()!;
            var now = Fingerprint.Of(Read(one.GetProperty("request")));
            Assert.True(!stored.StartsWith($"v{Fingerprint.Version}:", StringComparison.Ordinal) || stored == now, $"{stored} became {now}");
        }
    }

    [Fact]
    public void The_present_version_is_kept() => Assert.Contains(Kept, row => row.Data.StartsWith($"v{Fingerprint.Version}-", StringComparison.Ordinal));

    [Fact]
    public void A_request_has_the_same_fingerprint_before_and_after_it_was_stored()
    {
        var full = FullRequest.Create();
        var job = JobPayload.Read(JobPayload.Write(FullJob.Create() with { Request = full }));

        Assert.Equal(Fingerprint.Of(full), Fingerprint.Of(job.Request));
    }

    [Theory]
    [InlineData("v0:00000000000000000000000000000000")]
    [InlineData("v999:00000000000000000000000000000000")]
    public async Task A_fingerprint_of_another_version_turns_no_known_key_into_a_conflict(string ofAnotherRelease)
    {
        await using var world = new TestWorld();
        world.Add();
        await world.Jobs.CreateAsync(
            new NewJob
            {
                Job = new VideoJob { Id = "a0", Request = A.Request, State = VideoState.Queued, Stage = "Plan", CreatedAt = TestWorld.Start },
                Fingerprint = ofAnotherRelease,
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("a0", (await world.StartProcess().GenerateAsync()).JobId);
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => world.StartProcess().GenerateAsync(A.Request with { Prompt = "a blue fox" }));
    }

    private static VideoRequest Read(JsonElement request) => JobPayload.Read(System.Text.Encoding.UTF8.GetBytes(
        $$"""{"id":"a0","request":{{request.GetRawText()}},"state":"Queued","stage":"Plan","createdAt":"2026-11-22T12:00:00+00:00"}""")).Request;
}
