using System.Text;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Rendering;

public sealed class LocalProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_is_free_and_may_be_submitted_again()
    {
        var provider = LocalProvider.Create();

        Assert.Equal("local/default", provider.Descriptor.Id);
        Assert.False(provider.Descriptor.IsPaid);
        Assert.True(provider.Descriptor.IsSubmitRepeatable);
        Assert.Equal(PriceEstimate.Free, provider.Estimate(Local.Spec("x"), ModelCatalogue.Embedded.Find("local", "local")!));
        Assert.Equal(ProviderReadiness.Ready, provider.CheckReadiness());
    }

    [Fact]
    public async Task Composing_and_submitting_are_pure()
    {
        var provider = LocalProvider.Create();

        var first = await Local.SubmitAsync(provider, Local.Spec("Same", seed: 3));
        var second = await Local.SubmitAsync(LocalProvider.Create(), Local.Spec("Same", seed: 3));

        Assert.Equal(first.RemoteId, second.RemoteId);
        Assert.All(first.RemoteId, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    [Fact]
    public async Task The_remote_id_is_short_and_a_hash_whatever_the_prompt()
    {
        var random = new Random(5);
        var prompt = string.Concat(Enumerable.Range(0, 10_000).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));

        var job = await Local.SubmitAsync(LocalProvider.Create(), Local.Spec(prompt));
        var other = await Local.SubmitAsync(LocalProvider.Create(), Local.Spec("." + prompt[1..]));

        Assert.Matches("^local-[0-9a-f]{32}\\z", job.RemoteId);
        Assert.NotEqual(job.RemoteId, other.RemoteId);
    }

    [Fact]
    public async Task Another_process_goes_on_from_the_spec_alone()
    {
        var job = await Local.SubmitAsync(LocalProvider.Create(), Local.Spec("Elsewhere", seconds: 2));

        var status = await LocalProvider.Create().GetStatusAsync(job, Token);

        Assert.Equal(TimeSpan.FromSeconds(2), status.Duration);
    }

    [Fact]
    public async Task Direct_use_without_a_spec_works_in_the_process_that_submitted()
    {
        var provider = LocalProvider.Create();
        var job = (await Local.SubmitAsync(provider, Local.Spec("Direct", seconds: 2))) with { Spec = null };

        Assert.Equal(TimeSpan.FromSeconds(2), (await provider.GetStatusAsync(job, Token)).Duration);
        var failure = await Assert.ThrowsAsync<ProviderCallException>(() => LocalProvider.Create().GetStatusAsync(job, Token));
        Assert.Contains("set RemoteJob.Spec", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_finished_at_once_and_costs_nothing()
    {
        var provider = LocalProvider.Create();
        var job = await Local.SubmitAsync(provider, Local.Spec("Done", seconds: 15));

        var status = await provider.GetStatusAsync(job, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        Assert.Equal(0m, status.ChargeUsd);
        Assert.Equal(TimeSpan.FromSeconds(15), status.Duration);
        Assert.NotEmpty(status.Outputs);
        Assert.Equal(ProviderCancelOutcome.AlreadyEnded, await provider.CancelAsync(job, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("bm90IGEgcmVjaXBl")]
    public async Task A_remote_id_that_nobody_knows_is_a_clear_failure(string remoteId)
    {
        var job = new RemoteJob { RemoteId = remoteId, Route = "render", Model = "local", ClientReference = "x" };

        var failure = await Assert.ThrowsAsync<ProviderCallException>(() => LocalProvider.Create().GetStatusAsync(job, Token));

        Assert.Equal(ProviderFailureKind.InvalidRequest, failure.Failure!.Kind);
        Assert.Equal(ChargeCertainty.None, failure.Failure.Charge);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(61)]
    public async Task An_impossible_length_is_refused_with_the_possible_ones(double seconds)
    {
        var failure = await Assert.ThrowsAsync<ProviderCallException>(() => Local.SubmitAsync(LocalProvider.Create(), Local.Spec("x", seconds: seconds)));

        Assert.Contains("1 to 60 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_recipe_is_rejected_and_not_thrown()
    {
        var body = new SubmissionBody { ClientReference = "x", Route = "render", Model = "local", Content = Encoding.UTF8.GetBytes("{\"prompt\":1}") };

        var outcome = Assert.IsType<SubmissionOutcome.Rejected>(await LocalProvider.Create().SubmitAsync(body, Token));

        Assert.Equal(ProviderFailureKind.InvalidRequest, outcome.Failure.Kind);
    }

    [Fact]
    public async Task Opening_from_an_offset_gives_the_rest_of_the_same_bytes()
    {
        using var scratch = new Scratch();
        var provider = LocalProvider.Create(new MediaOptions { TemporaryFolder = scratch.Folder });
        var job = await Local.SubmitAsync(provider, Local.Spec("Resume"));

        var whole = await ReadAsync(provider, job, 0);
        var rest = await ReadAsync(provider, job, 1000);

        Assert.Equal(whole[1000..], rest);
        Assert.Empty(scratch.Entries);
    }

    [Fact]
    public async Task Progress_is_told_while_it_renders()
    {
        using var scratch = new Scratch();
        var provider = LocalProvider.Create(new MediaOptions { TemporaryFolder = scratch.Folder });
        var shares = new SharesSeen();

        await using (await provider.OpenOutputAsync(new OutputRequest { Job = await Local.SubmitAsync(provider, Local.Spec("Progress", seconds: 2)), Progress = shares }, Token))
        {
            Assert.NotEmpty(shares.All);
            Assert.All(shares.All, s => Assert.InRange(s, 0, 1));
        }
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_said_with_the_fix()
    {
        using var empty = new Scratch();
        var provider = LocalProvider.Create(new MediaOptions { FfmpegFolder = empty.Folder });

        var reason = provider.CheckReadiness().Reason!;

        Assert.StartsWith("ffmpeg was not found", reason, StringComparison.Ordinal);
        Assert.Contains("install it, e.g. apt-get install ffmpeg, or set VideoGeneration:Media:FfmpegFolder", reason, StringComparison.Ordinal);
        var job = await Local.SubmitAsync(provider, Local.Spec("x"));
        var failure = await Assert.ThrowsAsync<ProviderCallException>(() => provider.OpenOutputAsync(new OutputRequest { Job = job }, Token));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_fonts_are_said_with_the_fix()
    {
        using var empty = new Scratch();

        var reason = LocalProvider.Create(new MediaOptions { FontFolder = empty.Folder }).CheckReadiness().Reason!;

        Assert.Contains("apt-get install fonts-dejavu-core, or set VideoGeneration:Media:FontFolder", reason, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReadAsync(LocalProvider provider, RemoteJob job, long offset)
    {
        await using var output = await provider.OpenOutputAsync(new OutputRequest { Job = job, Offset = offset }, Token);
        Assert.Equal(offset, output.Offset);
        using var bytes = new MemoryStream();
        await output.Stream.CopyToAsync(bytes, Token);
        Assert.Equal(output.TotalBytes, offset + bytes.Length);
        return bytes.ToArray();
    }
}
