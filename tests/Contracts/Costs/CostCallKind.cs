namespace VideoGen.Sdk.Contracts.Costs;

internal enum CostCallKind
{
    Hold,
    Start,
    Raise,
    Settle,
    Release,
    Doubt,
    Verify,
    Correct,
    Wait,
    Withdraw,
}
