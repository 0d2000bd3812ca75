namespace VideoGen.Sdk.Providers.Kling;

/// <summary>The inputs of a task in Kling's terms: a public address, or a picture as bare Base64 without a <c>data:</c> prefix.</summary>
internal sealed class KlingInputs
{
    // Vendor page, 2026-09: 50 MB on the new standard, 10 MB on the legacy one.
    private const long MostImageBytes = 50L * 1024 * 1024;
    private const long MostLegacyImageBytes = 10L * 1024 * 1024;

    private readonly List<(ReferenceRole Role, bool IsVideo, string Reference)> all = [];

    public string? FirstFrame => One(ReferenceRole.FirstFrame);

    public string? LastFrame => One(ReferenceRole.LastFrame);

    public string? Video => all.Where(i => i.IsVideo).Select(i => i.Reference).FirstOrDefault();

    public IReadOnlyList<string> References => [.. all.Where(i => !i.IsVideo && i.Role is ReferenceRole.Style or ReferenceRole.Subject).Select(i => i.Reference)];

    /// <summary>The picture of a character performance, in whichever role it was given.</summary>
    public string? Picture => all.Where(i => !i.IsVideo).Select(i => i.Reference).FirstOrDefault();

    public static async Task<KlingInputs> ReadAsync(GenerationTask task, bool isLegacy, CancellationToken cancellationToken)
    {
        var inputs = new KlingInputs();
        foreach (var input in task.Inputs)
        {
            var role = input.Media.Role;
            var isVideo = role == ReferenceRole.Source;
            if (role == ReferenceRole.Audio)
            {
                throw KlingErrors.NotSupported("Kling takes no sound as input here.");
            }

            if (!isVideo && input.Media.ContentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase))
            {
                throw KlingErrors.NotSupported("Kling takes one clip, as the source; set VideoUse to Feature to have it followed rather than edited.");
            }

            inputs.all.Add((role, isVideo, input.Prepared.Reference ?? await InlineAsync(input.Media, isVideo, isLegacy ? MostLegacyImageBytes : MostImageBytes, cancellationToken).ConfigureAwait(false)));
        }

        return inputs;
    }

    private static async Task<string> InlineAsync(InputMedia media, bool isVideo, long limit, CancellationToken cancellationToken)
    {
        if (isVideo || media.OpenReadAsync is null)
        {
            throw KlingErrors.NotSupported("Kling takes clips from a public address only.");
        }

        if (media.Bytes > limit)
        {
            throw KlingErrors.Refuse($"Kling takes pictures of up to {limit} bytes, this one has {media.Bytes}.");
        }

        var stream = await media.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    private string? One(ReferenceRole role) => all.Where(i => i.Role == role).Select(i => i.Reference).FirstOrDefault();
}
