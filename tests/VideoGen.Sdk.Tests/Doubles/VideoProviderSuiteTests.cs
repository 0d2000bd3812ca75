using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Testing.Providers;
using Xunit.Sdk;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>The provider suite itself: a desk that proves nothing does not pass it.</summary>
public sealed class VideoProviderSuiteTests
{
    public static TheoryData<string, bool> Excuses => new()
    {
        { nameof(VideoProviderContract.A_lost_answer_is_unknown_and_was_sent_once), true },
        { nameof(VideoProviderContract.A_refusal_is_a_refusal_and_was_sent_once), true },
        { nameof(VideoProviderContract.Free_calls_to_a_vendor_that_is_down_throw_their_one_exception_and_name_a_failure), true },
        { nameof(VideoProviderContract.A_rotated_key_takes_effect_without_a_restart), true },
        { nameof(VideoProviderContract.A_lost_answer_is_unknown_and_was_sent_once), false },
        { nameof(VideoProviderContract.A_rotated_key_takes_effect_without_a_restart), false },
    };

    [Theory]
    [MemberData(nameof(Excuses))]
    public async Task A_desk_that_cannot_break_or_denies_what_it_has_fails(string test, bool isHonest)
    {
        var suite = new Suite(isHonest);
        var trial = (Task)typeof(VideoProviderContract).GetMethod(test)!.Invoke(suite, null)!;

        await Assert.ThrowsAnyAsync<XunitException>(() => trial);
    }

    private sealed class Suite(bool isHonest) : VideoProviderContract
    {
        protected override IProviderDesk CreateDesk() => new Idle(isHonest);
    }

    // It has a wire and a key, says so or not, and does nothing to either.
    private sealed class Idle(bool isHonest) : IProviderDesk
    {
        private readonly ScriptedDesk desk = new(new ScriptedProviderOptions(), (options, vendor, clock) => new ScriptedVideoProvider(options, vendor, clock));

        public IVideoProvider Provider => desk.Provider;

        public CatalogueModel Model => desk.Model;

        public GenerationSpec Spec => desk.Spec;

        public bool HasWire => isHonest;

        public bool HasKey => isHonest;

        public int? Requests => desk.Requests;

        public int? Posts => desk.Posts;

        public IReadOnlyList<string> Secrets => ["a key that never changes"];

        public bool Break(VendorFault fault) => false;

        public bool RotateKey() => false;

        public ValueTask DisposeAsync() => desk.DisposeAsync();
    }
}
