namespace VideoGen.Sdk.Queue;

internal sealed partial class InMemorySubmissions
{
    /// <summary>Keeps who submitted what where, and erases what was sent and said.</summary>
    public void Forget(string jobId)
    {
        foreach (var (key, intent) in intents.Where(pair => pair.Key.JobId == jobId).ToList())
        {
            intents[key] = byReference[intent.ClientReference] = intent with { Content = default, IdempotencyKey = null, IsReplayable = false };
        }

        foreach (var (key, said) in outcomes.Where(pair => pair.Key.JobId == jobId).ToList())
        {
            outcomes[key] = [.. said.Select(record => record with { Failure = null })];
        }

        foreach (var (key, _) in callbacks.Where(pair => pair.Value == jobId).ToList())
        {
            callbacks.Remove(key);
        }
    }
}
