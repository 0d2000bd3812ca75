using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>What a provider may make of the answer to its one POST. Derive it once per vendor's wire, beside <see cref="VideoProviderContract"/>.</summary>
public abstract class SubmitAnswerContract
{
    // What no vendor says itself: gateways, proxies, and answers cut short or sent elsewhere.
    private static readonly IReadOnlyList<(int Status, string Body)> EveryonesDoubts =
    [
        (500, ""), (502, "<html>bad gateway</html>"), (503, "<html>try later</html>"), (504, ""), (408, ""), (403, "<html>blocked by a proxy</html>"), (429, "slow down"), (307, ""), (200, "not json"), (200, "{}"),
    ];

    /// <summary>The prompt of the task; its words must not be told.</summary>
    protected abstract string Prompt { get; }

    /// <summary>The key; it must not be told.</summary>
    protected abstract string Key { get; }

    /// <summary>The environment variable that holds the key, which the reason of a missing one names.</summary>
    protected abstract string KeyName { get; }

    /// <summary>Answers in the vendor's own words from which nobody can tell whether a paid job exists.</summary>
    protected abstract IReadOnlyList<(int Status, string Body)> OwnDoubts { get; }

    /// <summary>A refusal in the vendor's own form with these words.</summary>
    protected abstract (int Status, string Body) Refusal(string words);

    /// <summary>Refusals in the vendor's own form with these words where its text codes stand, one per such place; empty where its codes are numbers.</summary>
    protected abstract IReadOnlyList<(int Status, string Body)> CodedRefusals(string code);

    /// <summary>Submits once, with this key, to a vendor that answers so.</summary>
    protected abstract Task<SubmitTrial> TryAsync(int status, string body, string key);

    [Fact]
    public Task Every_doubt_is_an_unknown_outcome() => Assert.AllAsync(EveryonesDoubts.Concat(OwnDoubts), async doubt =>
    {
        var trial = await TryAsync(doubt.Status, doubt.Body, Key);

        var failure = Assert.IsType<SubmissionOutcome.Unknown>(trial.Outcome).Failure;
        Assert.Equal((ProviderFailureKind.UnknownOutcome, ChargeCertainty.Unknown), (failure.Kind, failure.Charge));
        Assert.Equal(1, trial.Requests);
    });

    [Fact]
    public async Task Without_a_key_nothing_is_sent_and_the_reason_names_the_fix()
    {
        var trial = await TryAsync(200, "{}", " ");

        Assert.Contains(KeyName, Assert.IsType<SubmissionOutcome.NotSent>(trial.Outcome).Failure.Message, StringComparison.Ordinal);
        Assert.Contains(KeyName, trial.Readiness.Reason, StringComparison.Ordinal);
        Assert.Equal(0, trial.Requests);
    }

    [Fact]
    public async Task A_refusal_that_quotes_prompt_key_and_link_is_told_without_them()
    {
        var (status, body) = Refusal($"'{Prompt}' by {Key} breaks rule 7, see https://files.example/a.mp4?signature=abc");

        var message = Assert.IsType<SubmissionOutcome.Rejected>((await TryAsync(status, body, Key)).Outcome).Failure.Message;

        MustTellNothing(message);
        Assert.Contains("breaks rule 7", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_code_that_quotes_prompt_key_and_link_is_kept_without_them_and_cut() =>
        Assert.AllAsync(CodedRefusals($"'{Prompt}' by {Key}, see https://files.example/a.mp4?signature=abc {string.Join(' ', Enumerable.Repeat("rule 7", 50))}"), async refusal =>
        {
            var failure = Assert.IsType<SubmissionOutcome.Rejected>((await TryAsync(refusal.Status, refusal.Body, Key)).Outcome).Failure;

            MustTellNothing($"{failure.ProviderCode} {failure.Message}");
            Assert.InRange(failure.ProviderCode!.Length, 1, 101);
        });

    private void MustTellNothing(string told)
    {
        Assert.All(Prompt.Split(' ').Where(word => word.Length > 3), word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", told, StringComparison.Ordinal);
    }
}
