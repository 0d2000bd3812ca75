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
                catch (ProviderCallException e) when (tries < MostTries && (e.IsOutputExpired || e.Failure is null or { Kind: ProviderFailureKind.Transient }))
                {
                    // A fresh status brings a fresh link.
                    request = request with { Status = null };
                }
                catch (ProviderCallException e) when (e.Provider is null)
                {
                    throw Refused(provider, $"{e.Message.TrimEnd('.')}. The file is still at the provider: download it again", e);
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
            if (TextPage.IsIt(output.ContentType))
            {
                throw Refused(provider, $"{output.ContentType} came in place of the video");
            }

            var whole = new ResumingStream(provider, request, output);
            var measured = new MeasuredStream(whole, long.MaxValue, output.TotalBytes, progress: null);
            var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (whole.ConfigureAwait(false))
            await using (measured.ConfigureAwait(false))
            await using (file.ConfigureAwait(false))
            {
                await measured.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                if (file.Length == 0 || (output.TotalBytes is { } total && file.Length != total))
                {
                    throw Refused(provider, $"the file broke off after {file.Length} bytes");
                }
            }
        }
    }

    private static ProviderCallException Refused(IVideoProvider provider, string why, Exception? cause = null) =>
        new(provider.Descriptor.Name, new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = ChargeCertainty.Charged, Message = why }, cause);
}
