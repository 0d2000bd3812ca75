using CsCheck;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Every MUST of <see cref="IJobStore"/>. Derive it once per implementation; the rules come by inheritance, one file per subject.</summary>
public abstract class JobStoreContract : ForgettingRules
{
    [Fact]
    public async Task Every_property_of_a_job_survives_being_made_and_saved()
    {
        var full = FullJob.Create();
        Filled.MustBe(full);
        await Owner("a");
        var created = await Created(full, "a");
        Same.MustBe(full, (await Found(full.Id)).Job);

        var changed = full with { Stage = "Store", Tries = 8, Reason = "changed" };
        await Saved(changed, created.Stamp);
        Same.MustBe(changed, (await Found(full.Id)).Job);
        Same.MustBe(changed, Assert.Single(await Store.ListAsync(new JobQuery(), Stop)).Job);
    }

    [Fact]
    public async Task Outside_text_is_just_text()
    {
        const string Prompt = "'; DROP TABLE jobs; -- \"\\ % \n \t $id :x @y 🎬 שלום \u0001";
        var stored = await Created(Some.Job(key: Prompt, tenant: Prompt) with { Reason = Prompt });

        Assert.Equal(Prompt, (await Found(stored.Job.Id)).Job.Reason);
        Assert.Equal(stored.Job.Id, (await Store.FindByKeyAsync(Prompt, Prompt, Stop))?.Job.Id);
    }

    [Fact]
    public async Task Any_sequence_of_calls_gives_the_answers_of_the_model() => await StoreStep.Sequences.SampleAsync(
        async steps =>
        {
            var run = new StoreRun(CreateStore);
            foreach (var step in steps)
            {
                await run.Play(step, Stop);
            }
        },
        iter: Sequences,
        threads: 1);

    [Fact]
    public async Task Any_sequence_of_enqueues_claims_pauses_keys_and_forgetting_gives_the_answers_of_the_model() =>
        await QueueStep.Sequences.SampleAsync(steps => new QueueRun(CreateStore).Play(steps, Stop), iter: Sequences, threads: 1);

    /// <summary>How many generated sequences are tried. Default: 200.</summary>
    protected virtual int Sequences => 200;
}
