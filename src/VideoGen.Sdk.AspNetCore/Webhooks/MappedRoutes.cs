using System.Collections.Concurrent;

namespace VideoGen.Sdk.AspNetCore.Webhooks;

/// <summary>Where this app receives webhooks, as far as it has said so.</summary>
internal sealed class MappedRoutes
{
    private readonly ConcurrentQueue<string> patterns = new();

    public IReadOnlyCollection<string> Patterns => patterns;

    public void Add(string pattern) => patterns.Enqueue(pattern);
}
