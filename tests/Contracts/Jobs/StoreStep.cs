using CsCheck;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>One generated call. Jobs, owners, attempts and remote ids come from so few that calls meet one another often.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Job">Which of three jobs.</param>
/// <param name="Owner">Which of four owners.</param>
/// <param name="Choice">Varies the call: a state, a stamp, a verdict.</param>
internal sealed record StoreStep(StoreCall Call, int Job, int Owner, int Choice)
{
    private static readonly Gen<StoreStep> One = Gen.Select(
        Gen.Frequency(
            (3, Gen.Const(StoreCall.Create)),
            (4, Gen.Const(StoreCall.Register)),
            (2, Gen.Const(StoreCall.Renew)),
            (1, Gen.Const(StoreCall.Retire)),
            (6, Gen.Const(StoreCall.Take)),
            (3, Gen.Const(StoreCall.Claim)),
            (6, Gen.Const(StoreCall.Save)),
            (3, Gen.Const(StoreCall.Intent)),
            (3, Gen.Const(StoreCall.Outcome)),
            (1, Gen.Const(StoreCall.Signal)),
            (3, Gen.Const(StoreCall.Wait))),
        Gen.Int[0, 2],
        Gen.Int[0, 3],
        Gen.Int[0, 11],
        (call, job, owner, choice) => new StoreStep(call, job, owner, choice));

    public static Gen<StoreStep[]> Sequences { get; } = One.Array[1, 40];
}
