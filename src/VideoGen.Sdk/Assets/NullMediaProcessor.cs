namespace VideoGen.Sdk.Assets;

/// <summary>Stands in where no media package is registered: files stay as they came.</summary>
internal sealed class NullMediaProcessor : IMediaProcessor
{
    public Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult<MediaFacts?>(null);

    public Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ConformResult { Action = ConformAction.Unchanged, Reasons = ["kept as it came: the media package is not registered (AddMedia())"] });

    public Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default) => Task.FromResult(false);
}
