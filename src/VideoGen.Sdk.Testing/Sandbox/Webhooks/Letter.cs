using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Webhooks;

/// <summary>One webhook: what is said, to whom, and how the vendor signs it at a given unix second.</summary>
internal sealed record Letter(SandboxTask Task, string Url, byte[] Body, Func<long, byte[], IReadOnlyDictionary<string, string>> Sign)
{
    public bool IsUnsigned { get; init; }
}
