using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>A generated attempt: who asks for what, what becomes of it, and how long after the one before.</summary>
internal sealed record SummaryCase(int Job, int Number, int Who, int Micro, int End, int Minutes)
{
    public static Gen<SummaryCase> Any { get; } = Gen.Select(
        Gen.Int[0, 6], Gen.Int[1, 3], Gen.Int[0, (1 << 12) - 1], Gen.Frequency((1, Gen.Const(0)), (6, Gen.Int[1, 3_000_000])), Gen.Int[0, 11], Gen.Int[0, 900],
        (job, number, who, micro, end, minutes) => new SummaryCase(job, number, who, micro, end, minutes));

    private AttemptKey Key => new($"job{Job}", Number);

    private decimal Usd => Micro / 1_000_000m;

    private HoldRequest Request => Ask.For(Key.JobId, Usd).Attempt(Number) with
    {
        Provider = Pick(0, "kling", "pika"),
        Account = Pick(2, "default", "second"),
        Model = Pick(3, "m1", "m2"),
        Tenant = Pick(4, null!, "acme", "Zoë", ""),
        Campaign = Pick(6, null!, "spring", "'; DROP", "\u00FF"),
        Tags = Pick<IReadOnlyList<string>>(8, [], ["style:noir"], ["style:noir", "trend:cats"], ["x", "x"]),
        Length = Pick<TimeSpan?>(10, null, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(7_512.345)),
    };

    public async Task PlayAsync(ICostStore store, FakeTimeProvider clock, CancellationToken cancellationToken)
    {
        clock.Advance(TimeSpan.FromMinutes(Minutes));
        await store.HoldAsync(Request, cancellationToken);
        clock.Advance(TimeSpan.FromSeconds(Micro % 97 + 0.25));
        await (End switch
        {
            0 or 1 or 2 or 3 => SettleAsync(store, Usd, AttemptOutcome.Succeeded, null, cancellationToken),
            4 => SettleAsync(store, Usd * 2, AttemptOutcome.Succeeded, "above the estimate", cancellationToken),
            5 => SettleAsync(store, Usd / 2, AttemptOutcome.Failed, null, cancellationToken),
            6 => SettleAsync(store, Usd, AttemptOutcome.Unknown, "presumed", cancellationToken),
            7 => store.ReleaseAsync(Key, AttemptOutcome.Rejected, "refused", cancellationToken),
            8 => store.ReleaseAsync(Key, AttemptOutcome.NotSent, "not sent", cancellationToken),
            9 => store.MarkUnverifiedAsync(Key, "lost", cancellationToken),
            10 => store.RaiseAsync(Key, Usd + 1m, "more", cancellationToken),
            _ => CorrectAsync(store, cancellationToken),
        });
    }

    private Task<AttemptLine> SettleAsync(ICostStore store, decimal usd, AttemptOutcome outcome, string? flag, CancellationToken cancellationToken) => store.SettleAsync(Key, new Settlement
    {
        ChargeUsd = usd,
        Outcome = outcome,
        Source = ChargeSource.Vendor,
        Flag = flag,
        Length = Micro % 3 == 0 ? TimeSpan.FromSeconds(6) : null,
    }, cancellationToken);

    private async Task CorrectAsync(ICostStore store, CancellationToken cancellationToken)
    {
        await store.ReleaseAsync(Key, AttemptOutcome.Failed, "free", cancellationToken);
        await store.CorrectAsync(Key, Usd, ChargeSource.Person, "the invoice says so", cancellationToken);
    }

    private T Pick<T>(int bit, params T[] values) => values[(Who >> bit) % values.Length];
}
