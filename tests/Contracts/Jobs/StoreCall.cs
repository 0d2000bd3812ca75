namespace VideoGen.Sdk.Contracts.Jobs;

internal enum StoreCall
{
    Create,
    Register,
    Renew,
    Retire,
    Take,
    Save,
    Intent,
    Outcome,
    Signal,
    Wait,
}
