using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Pika.Wire;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Brings stored bytes to Pika's store: asks for a slot, then puts them there with exactly the headers of the slot and without the key.</summary>
internal sealed class PikaUploads(PikaCalls calls, TimeProvider clock)
{
    // How long an upload lives is undocumented (2026-11); another one costs nothing.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // The transport writes these itself.
    private static readonly string[] Framing = ["Content-Length", "Host", "Connection", "Transfer-Encoding"];

    public async Task<PreparedInput> PrepareAsync(InputMedia input, CancellationToken cancellationToken)
    {
        if (input.Url is { } url)
        {
            return url.Scheme == Uri.UriSchemeHttps || (url.IsLoopback && calls.Options.AllowLoopback)
                ? new PreparedInput { Role = input.Role, Reference = url.AbsoluteUri, ContentType = input.ContentType }
                : throw PikaErrors.NotSupported("Pika takes inputs by https address only.");
        }

        var stream = input.OpenReadAsync is { } open ? await open(cancellationToken).ConfigureAwait(false) : throw PikaErrors.NotSupported("The input has neither an address nor bytes.");
        await using (stream.ConfigureAwait(false))
        {
            return await UploadAsync(input, await MeasurableAsync(stream, input.Bytes, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PreparedInput> UploadAsync(InputMedia input, (Stream Stream, long Length) bytes, CancellationToken cancellationToken)
    {
        var slot = await AskAsync(new PikaUploadAsk(input.ContentType, bytes.Length), cancellationToken).ConfigureAwait(false);
        using var content = new StreamContent(bytes.Stream);
        content.Headers.ContentLength = bytes.Length;
        var put = new VendorRequest
        {
            Method = HttpMethod.Put,
            Address = slot.UploadUrl!,
            Headers = [.. (slot.Headers ?? new Dictionary<string, string>()).Where(h => !Framing.Contains(h.Key, StringComparer.OrdinalIgnoreCase))],
            Content = content,
        };
        var answer = (await calls.Http.SendToLinkAsync(put, cancellationToken).ConfigureAwait(false)).AnswerOr(f => PikaErrors.Call(f));
        return answer.IsSuccess
            ? new PreparedInput { Role = input.Role, Reference = slot.Url, ContentType = input.ContentType, ExpiresAt = clock.GetUtcNow() + Lifetime }
            : throw PikaErrors.Odd($"Pika's store refused the upload (HTTP {answer.Code}).");
    }

    private async Task<PikaUploadData> AskAsync(PikaUploadAsk ask, CancellationToken cancellationToken)
    {
        var request = VendorRequest.Post("/v1/media/uploads", JsonSerializer.SerializeToUtf8Bytes(ask, PikaJsonContext.Default.PikaUploadAsk), calls.KeyOrThrow());
        var answer = (await calls.Http.SendFreeAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOr(f => PikaErrors.Call(f));
        if (!answer.IsSuccess)
        {
            throw PikaErrors.Call(PikaErrors.Of(answer, PikaJob.Of(answer)));
        }

        return answer.TryRead(PikaJsonContext.Default.PikaUploadData, out var slot) && slot is { UploadUrl.Length: > 0 } && Uri.TryCreate(slot.Url, UriKind.Absolute, out _)
            ? slot
            : throw PikaErrors.Odd("The answer to the upload is not of Pika's form.");
    }

    // The slot wants the length beforehand.
    private static async Task<(Stream Stream, long Length)> MeasurableAsync(Stream stream, long stated, CancellationToken cancellationToken)
    {
        if (stream.CanSeek || stated > 0)
        {
            return (stream, stream.CanSeek ? stream.Length - stream.Position : stated);
        }

        var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        copy.Position = 0;
        return (copy, copy.Length);
    }
}
