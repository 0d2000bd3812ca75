using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Writes one output to a file: first beside it, then in its place.</summary>
internal static class DirectDownload
{
    private const int MostTries = 3;

    public static async Task<string> RunAsync(IVideoProvider provider, OutputRequest request, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await WriteAsync(provider, request, part, cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (Exception e) when (tries < MostTries && (e is IOException or ProviderCallException { IsOutputExpired: true } or ProviderCallException { Failure.Kind: ProviderFailureKind.Transient }))
                {
                    // A fresh status brings a fresh link.
                    request = request with { Status = null };
                }
            }

            File.Move(part, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task WriteAsync(IVideoProvider provider, OutputRequest request, string part, CancellationToken cancellationToken)
    {
        var output = await provider.OpenOutputAsync(request, cancellationToken).ConfigureAwait(false);
        await using (output.ConfigureAwait(false))
        {
            var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                await output.Stream.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                if (file.Length == 0 || (output.TotalBytes is { } total && file.Length != total))
                {
                    throw new ProviderCallException(provider.Descriptor.Name, new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = $"the file broke off after {file.Length} bytes" });
                }
            }
        }
    }
}
