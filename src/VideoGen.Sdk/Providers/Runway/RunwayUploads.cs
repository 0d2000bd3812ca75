using System.Net.Http.Headers;
using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Brings bytes to Runway: a slot is asked for, then the bytes are posted to the store it names.</summary>
internal sealed class RunwayUploads(RunwayCalls calls, TimeProvider clock)
{
    private const long Smallest = 512;
    private const long Largest = 200_000_000;
    private const int MostSlots = 3;

    // 24 hours by the docs; the margin covers the way to the create.
    private static readonly TimeSpan Life = TimeSpan.FromHours(23);

    public async Task<RunwayUpload> RunAsync(Func<CancellationToken, Task<Stream>> openAsync, string contentType, CancellationToken cancellationToken)
    {
        for (var slots = 1; ; slots++)
        {
            var content = await SpooledContent.OpenAsync(openAsync, Largest, cancellationToken).ConfigureAwait(false)
                ?? throw RunwayFault.Of(ProviderFailureKind.NotSupported, "Runway takes files up to 200 MB");
            await using (content.ConfigureAwait(false))
            {
                if (content.Length < Smallest)
                {
                    return new RunwayUpload(await InlineAsync(content, contentType, cancellationToken).ConfigureAwait(false), DateTimeOffset.MaxValue);
                }

                var (slot, address) = await AskForSlotAsync(contentType, cancellationToken).ConfigureAwait(false);
                var failure = await StoreAsync(slot, content, contentType, cancellationToken).ConfigureAwait(false);
                if (failure is null)
                {
                    return new RunwayUpload(address, clock.GetUtcNow() + Life);
                }

                // A slot is good for one try: after a failed store the next one needs a new slot.
                if (slots == MostSlots)
                {
                    throw RunwayFault.Of(failure);
                }
            }
        }
    }

    private async Task<(RunwaySlot Slot, Uri Address)> AskForSlotAsync(string contentType, CancellationToken cancellationToken)
    {
        var wish = JsonSerializer.SerializeToUtf8Bytes(new RunwaySlotWish("input" + Ending(contentType)), RunwayJsonContext.Default.RunwaySlotWish);
        var slot = await calls.PostFreeAsync("v1/uploads", wish, RunwayJsonContext.Default.RunwaySlot, cancellationToken).ConfigureAwait(false);
        return slot.UploadUrl is not null && Uri.TryCreate(slot.RunwayUri, UriKind.Absolute, out var address)
            ? (slot, address)
            : throw RunwayFault.Of(ProviderFailureKind.Transient, "the upload slot names no place");
    }

    private async Task<ProviderFailure?> StoreAsync(RunwaySlot slot, SpooledContent content, string contentType, CancellationToken cancellationToken)
    {
        // The store reads the fields in order and stops at the file, so it comes last.
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in slot.Fields ?? new Dictionary<string, string>())
        {
            form.Add(new StringContent(value) { Headers = { ContentType = null } }, $"\"{name}\"");
        }

        var file = new StreamContent(content.Stream) { Headers = { ContentType = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : null } };
        form.Add(file, "\"file\"", $"\"input{Ending(contentType)}\"");
        var request = new VendorRequest { Method = HttpMethod.Post, Address = slot.UploadUrl!, Content = form };
        return await calls.Http.SendToLinkAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            TransportOutcome.Answered { Answer.IsSuccess: true } => null,
            TransportOutcome.Answered { Answer: var refused } => new ProviderFailure { Kind = ProviderFailureKind.Transient, ProviderCode = $"http-{refused.Code}", Message = "Runway's store refused the file." },
            TransportOutcome.NotSent { Failure: var failure } => failure,
            TransportOutcome.Lost { Failure: var failure } => failure,
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    /// <summary>Files below the store's least size go into the request itself.</summary>
    private static async Task<Uri> InlineAsync(SpooledContent content, string contentType, CancellationToken cancellationToken)
    {
        var bytes = new byte[content.Length];
        await content.Stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return new Uri($"data:{contentType};base64,{Convert.ToBase64String(bytes)}");
    }

    private static string Ending(string contentType) => contentType switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "video/quicktime" => ".mov",
        "video/webm" => ".webm",
        "audio/mpeg" or "audio/mp3" => ".mp3",
        "audio/wav" or "audio/x-wav" => ".wav",
        _ => ".bin",
    };
}
