namespace VideoGen.Sdk.Workflow;

/// <summary>Reads a file that a request names, with errors that name the field's fix.</summary>
internal static class InputFile
{
    // The largest input that any vendor of the catalogue takes.
    private const long MaxBytes = 200_000_000;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MaxBytes and var length }
                ? throw new InvalidVideoRequestException($"The input file '{path}' has {length} bytes; at most {MaxBytes} are taken.")
                : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidVideoRequestException($"The input file '{path}' cannot be read: {e.Message}", e);
        }
    }

    public static string ContentTypeOf(string? path) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".mp4" or ".m4v" => "video/mp4",
        ".mov" => "video/quicktime",
        ".webm" => "video/webm",
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        ".m4a" => "audio/mp4",
        _ => "application/octet-stream",
    };
}
