namespace VideoGen.Sdk.Providers.Fal;

/// <summary>The inputs of a task as addresses; stored bytes go along as data URIs.</summary>
internal sealed class FalInputs
{
    // The whole submit is kept with the job, so bytes inside it stay small; larger files need a public address.
    private const long MostInlineBytes = 10L * 1024 * 1024;

    private readonly List<(ReferenceRole Role, bool IsVideo, string Address)> all = [];

    /// <summary>Pictures from first to last, wherever they stand in the request.</summary>
    public IReadOnlyList<string> Pictures => [.. Ordered.Select(i => i.Address)];

    public string? FirstFrame => One(ReferenceRole.FirstFrame);

    public string? LastFrame => One(ReferenceRole.LastFrame);

    public IReadOnlyList<string> References => [.. Ordered.Where(i => i.Role is ReferenceRole.Style or ReferenceRole.Subject).Select(i => i.Address)];

    public string? Video => all.Where(i => i.IsVideo).Select(i => i.Address).FirstOrDefault();

    public string? Sound => One(ReferenceRole.Audio);

    private IEnumerable<(ReferenceRole Role, bool IsVideo, string Address)> Ordered => all.Where(i => !i.IsVideo && i.Role != ReferenceRole.Audio)
        .OrderBy(i => i.Role switch { ReferenceRole.FirstFrame => 0, ReferenceRole.LastFrame => 2, _ => 1 });

    public static async Task<FalInputs> ReadAsync(GenerationTask task, CancellationToken cancellationToken)
    {
        var inputs = new FalInputs();
        foreach (var input in task.Inputs)
        {
            var isVideo = input.Media.Role == ReferenceRole.Source || input.Media.ContentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
            inputs.all.Add((input.Media.Role, isVideo, input.Prepared.Reference ?? await InlineAsync(input.Media, cancellationToken).ConfigureAwait(false)));
        }

        return inputs.all.Count(i => i.IsVideo) > 1 ? throw FalErrors.NotSupported("Only one clip can be handed in here; name others in FalSettings.Input.") : inputs;
    }

    private static async Task<string> InlineAsync(InputMedia media, CancellationToken cancellationToken)
    {
        var stream = media.OpenReadAsync is { } open ? await open(cancellationToken).ConfigureAwait(false) : throw FalErrors.NotSupported("The input has neither an address nor bytes.");
        await using (stream.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            var chunk = new byte[81920];
            for (var read = 1; read > 0;)
            {
                read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false);
                bytes.Write(chunk, 0, read);
                if (bytes.Length > MostInlineBytes)
                {
                    throw FalErrors.NotSupported($"An input of more than {MostInlineBytes} bytes needs a public address on fal.");
                }
            }

            return $"data:{media.ContentType};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}";
        }
    }

    private string? One(ReferenceRole role) => all.Where(i => i.Role == role && !i.IsVideo).Select(i => i.Address).FirstOrDefault();
}
