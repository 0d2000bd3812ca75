using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>The free calls: they send nothing paid, and throw nothing but <see cref="ProviderCallException"/>.</summary>
public abstract partial class VideoProviderContract
{
    [Fact]
    public async Task A_finished_job_has_its_output_and_costs_no_second_post()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);
        var ended = await EndedAsync(desk, job);
        await using var output = await desk.Provider.OpenOutputAsync(new OutputRequest { Job = job, Status = ended }, Stop);
        using var bytes = new MemoryStream();
        await output.Stream.CopyToAsync(bytes, Stop);

        Assert.Equal(0, output.Offset);
        Assert.True(bytes.Length > 0);
        Assert.True(output.TotalBytes is null || output.TotalBytes == bytes.Length);
        Assert.True(desk.Posts is null or 1);
    }

    [Fact]
    public async Task An_output_opens_without_a_status_too()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);
        await EndedAsync(desk, job);
        await using var output = await desk.Provider.OpenOutputAsync(new OutputRequest { Job = job }, Stop);

        Assert.Equal(1, await output.Stream.ReadAtLeastAsync(new byte[1], 1, cancellationToken: Stop));
    }

    [Fact]
    public async Task An_output_opened_further_on_says_where_it_begins()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);
        var ended = await EndedAsync(desk, job);
        await using var output = await desk.Provider.OpenOutputAsync(new OutputRequest { Job = job, Status = ended, Offset = 10 }, Stop);

        Assert.True(output.Offset is 0 or 10);
    }

    [Fact]
    public async Task A_look_up_finds_what_was_submitted_where_it_is_promised()
    {
        await using var desk = CreateDesk();
        var before = await AcceptedAsync(desk);
        var match = await desk.Provider.FindAsync(Trace(desk, before, Reference), Stop);

        if (desk.Provider.Descriptor.CanFind)
        {
            Assert.Equal(before.RemoteId, Assert.IsType<RemoteJobMatch.Found>(match).RemoteId);

            // Wires without our reference match by content and time: no job of a submit that comes later can be the one made before it.
            var neverSent = Trace(desk, before, "vg-never-sent");
            Assert.IsType<RemoteJobMatch.NotFound>(await desk.Provider.FindAsync(neverSent with { SubmittedAt = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Stop));
        }
        else
        {
            Assert.IsType<RemoteJobMatch.NotSupported>(match);
        }
    }

    [Fact]
    public async Task A_job_that_the_vendor_does_not_know_is_no_success()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);
        try
        {
            Assert.NotEqual(ProviderJobState.Succeeded, (await desk.Provider.GetStatusAsync(job with { RemoteId = "999999999" }, Stop)).State);
        }
        catch (ProviderCallException e)
        {
            MustBeDiscreet(desk, e.Message);
        }
    }

    [Fact]
    public async Task A_cancel_answers_and_never_posts()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);

        Assert.True(Enum.IsDefined(await desk.Provider.CancelAsync(job, Stop)));
        Assert.True(desk.Posts is null or 1);
    }

    [Fact]
    public async Task Free_calls_to_a_vendor_that_is_down_throw_their_one_exception_and_name_a_failure()
    {
        await using var desk = CreateDesk();
        var job = await AcceptedAsync(desk);
        if (IsBroken(desk, VendorFault.IsDown))
        {
            var failed = await Assert.ThrowsAsync<ProviderCallException>(() => desk.Provider.GetStatusAsync(job, Stop));
            Assert.NotNull(failed.Failure);
            MustBeDiscreet(desk, failed.Message);
            await Assert.ThrowsAsync<ProviderCallException>(() => desk.Provider.OpenOutputAsync(new OutputRequest { Job = job }, Stop));
            Assert.Equal(1, desk.Posts);
        }
    }

    private static SubmissionTrace Trace(IProviderDesk desk, RemoteJob job, string reference) => new()
    {
        ClientReference = reference,
        Route = job.Route,
        Model = job.Model,
        SubmittedAt = TimeProvider.System.GetUtcNow().AddSeconds(-5),
        Spec = desk.Spec,
    };
}
