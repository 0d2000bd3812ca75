using System.Runtime.ExceptionServices;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>What became of a <see cref="LedgerCall"/>: a result, or a fault that is the call's own and held up no other.</summary>
internal sealed record LedgerAnswer(HoldResult? Result, Exception? Fault = null)
{
    public static LedgerAnswer Of(AttemptLine line) => new(new HoldResult.Held(line));

    public HoldResult ResultOrThrow()
    {
        if (Fault is not null)
        {
            ExceptionDispatchInfo.Throw(Fault);
        }

        return Result!;
    }
}
