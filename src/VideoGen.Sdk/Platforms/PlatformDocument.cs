namespace VideoGen.Sdk.Platforms;

/// <summary>The form of <c>platforms.json</c> and of an overriding file.</summary>
internal sealed record PlatformDocument
{
    public int Schema { get; init; } = 1;

    public IReadOnlyList<PlatformSpecs> Platforms { get; init => field = value ?? []; } = [];
}
