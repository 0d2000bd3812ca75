namespace VideoGen.Sdk.Assets;

/// <summary>Looks into video files and fits them to a platform. Without the media package a null object stands here and files stay as they came.</summary>
/// <remarks>
/// Implementers MUST treat every input as hostile: no network, local files only, limits on time, size and dimensions.
/// MUST leave no partial file and no process behind, whatever happens.
/// MUST NOT change the input file.
/// </remarks>
public interface IMediaProcessor
{
    /// <summary>Why it cannot work now, such as a program that is missing, and what to do; null when it can. Asked often: cheap, and no process is started for it.</summary>
    string? Obstacle => null;

    /// <summary>Measures a local file; null when nothing here can.</summary>
    /// <exception cref="MediaException">It is not a playable video.</exception>
    Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Writes a file that fits the target, doing as little as that needs.</summary>
    /// <param name="request">What to fit to what.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work and its processes.</param>
    /// <exception cref="MediaException">It cannot be done.</exception>
    Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Writes a JPEG still of a video; false when nothing here can.</summary>
    /// <exception cref="MediaException">It cannot be done.</exception>
    Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default);
}
