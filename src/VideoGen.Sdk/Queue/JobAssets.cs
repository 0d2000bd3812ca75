namespace VideoGen.Sdk.Queue;

/// <summary>Which assets belong to a job.</summary>
public static class JobAssets
{
    /// <summary>Ids of the stored inputs of a request, each once. Jobs that were given the same bytes share them.</summary>
    public static IReadOnlyList<string> InputsOf(VideoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ReferenceMedia?[] media = [.. request.ReferenceImages, .. request.ReferenceVideos, request.SourceVideo, request.Audio];
        return [.. media.Select(one => one?.AssetId).OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
