using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Brings the inputs of a request to a provider without keeping them.</summary>
internal static class DirectInputs
{
    public static async Task<IReadOnlyList<TaskInput>> PrepareAsync(IVideoProvider provider, VideoRequest request, CancellationToken cancellationToken)
    {
        var inputs = new List<TaskInput>();
        foreach (var reference in OfferMatch.InputsOf(request))
        {
            var media = await ReadAsync(reference, cancellationToken).ConfigureAwait(false);
            inputs.Add(new TaskInput(await provider.PrepareInputAsync(media, cancellationToken).ConfigureAwait(false), media));
        }

        return inputs;
    }

    private static async Task<InputMedia> ReadAsync(ReferenceMedia reference, CancellationToken cancellationToken)
    {
        if (reference.AssetId is not null)
        {
            throw new InvalidVideoRequestException($"{reference.Role} reference: direct use has no asset store; give Url, FilePath or Bytes.");
        }

        if (reference.Url is { } url)
        {
            return new InputMedia { Role = reference.Role, Url = url, ContentType = reference.ContentType ?? "application/octet-stream" };
        }

        var bytes = reference.FilePath is { } path ? await InputFile.ReadAsync(path, cancellationToken).ConfigureAwait(false) : reference.Bytes;
        return new InputMedia
        {
            Role = reference.Role,
            ContentType = reference.ContentType ?? InputFile.ContentTypeOf(reference.FilePath),
            Bytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span)),
            OpenReadAsync = _ => Task.FromResult<Stream>(new MemoryStream(bytes.ToArray(), writable: false)),
        };
    }
}
