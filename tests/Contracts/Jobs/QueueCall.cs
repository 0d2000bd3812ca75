namespace VideoGen.Sdk.Contracts.Jobs;

internal enum QueueCall
{
    Create,
    CreateMany,
    Claim,
    Save,
    Signal,
    Pause,
    Resume,
    Note,
    FindKey,
    Forget,
    Wait,
}
