namespace VideoGen.Sdk.Platforms;

/// <summary>The form of <c>platforms.json</c> and of an overriding file.</summary>
internal sealed record PlatformDocument
{
    public int Schema { get; init => field = value > 0 ? value : 1; } = 1;

    public IReadOnlyList<PlatformSpecs> Platforms { get; init => field = value ?? []; } = [];
}
