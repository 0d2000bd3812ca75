using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A media processor as one simulated process sees it. Its points are <c>media.Probe</c>, <c>media.Conform</c> and <c>media.CreateThumbnail</c>; it fails with <see cref="MediaException"/>, and where the answer is lost the file is written.</summary>
/// <param name="inner">The processor.</param>
/// <param name="process">The process.</param>
public sealed class ChaosMediaProcessor(IMediaProcessor inner, ChaosProcess process) : IMediaProcessor
{
    /// <inheritdoc/>
    public string? Obstacle => inner.Obstacle;

    /// <inheritdoc/>
    public Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default) =>
        Call("Probe", () => inner.ProbeAsync(path, cancellationToken));

    /// <inheritdoc/>
    public Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Call("Conform", () => inner.ConformAsync(request, progress, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default) =>
        Call("CreateThumbnail", () => inner.CreateThumbnailAsync(inputPath, outputPath, cancellationToken));

    private Task<T> Call<T>(string name, Func<Task<T>> call) => process.CallAsync($"media.{name}", call, _ => new MediaException("simulated: the media tool died"));
}
