namespace VideoGen.Sdk.Contracts.Jobs;

internal enum StoreCall
{
    Create,
    Register,
    Renew,
    Retire,
    Take,
    Claim,
    Save,
    Intent,
    Outcome,
    Signal,
    Wait,
}
