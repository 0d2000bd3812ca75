using System.Net.Http.Headers;
using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Brings stored bytes to HeyGen as an asset: in one form post up to 32 MB, above that to a presigned address that is completed afterwards. Free.</summary>
internal sealed class HeyGenUploads(HeyGenCalls calls, TimeProvider clock)
{
    private const long LargestForm = 32_000_000;
    private const long Largest = 100_000_000;

    // How long an asset lives is not stated (2026-11); another upload costs nothing.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // The transport writes these itself.
    private static readonly string[] Framing = ["Content-Length", "Host", "Connection", "Transfer-Encoding"];

    public async Task<PreparedInput> PrepareAsync(InputMedia input, CancellationToken cancellationToken)
    {
        if (input.Url is { } url)
        {
            return url.Scheme == Uri.UriSchemeHttps || (url.IsLoopback && calls.Options.AllowLoopback)
                ? new PreparedInput { Role = input.Role, Reference = url.AbsoluteUri, ContentType = input.ContentType }
                : throw HeyGenErrors.NotSupported("HeyGen takes inputs by https address only.");
        }

        var open = input.OpenReadAsync ?? throw HeyGenErrors.NotSupported("The input has neither an address nor bytes.");
        var content = await SpooledContent.OpenAsync(open, Largest, cancellationToken).ConfigureAwait(false) ?? throw HeyGenErrors.NotSupported("HeyGen takes files up to 100 MB.");
        await using (content.ConfigureAwait(false))
        {
            var id = content.Length <= LargestForm
                ? await PostAsync(content.Stream, input.ContentType, cancellationToken).ConfigureAwait(false)
                : await PutAsync(content.Stream, input.ContentType, cancellationToken).ConfigureAwait(false);
            return new PreparedInput { Role = input.Role, Reference = id, ContentType = input.ContentType, ExpiresAt = clock.GetUtcNow() + Lifetime };
        }
    }

    private async Task<string> PostAsync(Stream bytes, string contentType, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        var file = new StreamContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : null } };
        form.Add(file, "\"file\"", $"\"{FileName(contentType)}\"");
        return AssetId(await calls.SendAsync(new VendorRequest { Method = HttpMethod.Post, Address = "/v3/assets", Content = form }, cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> PutAsync(Stream bytes, string contentType, CancellationToken cancellationToken)
    {
        var ask = JsonSerializer.SerializeToUtf8Bytes(new HeyGenUploadAsk(FileName(contentType), contentType, bytes.Length), HeyGenJsonContext.Default.HeyGenUploadAsk);
        var slot = await calls.SendAsync(VendorRequest.Post("/v3/assets/direct-uploads", ask), cancellationToken).ConfigureAwait(false);
        var id = AssetId(slot);
        var data = HeyGenCalls.Data(slot);
        using var content = new StreamContent(bytes);
        content.Headers.ContentLength = bytes.Length;
        var put = new VendorRequest { Method = HttpMethod.Put, Address = data.Text("upload_url") ?? throw Foreign(), Headers = HeadersOf(data), Content = content };
        var stored = (await calls.Http.SendToLinkAsync(put, cancellationToken).ConfigureAwait(false)).AnswerOr(f => HeyGenErrors.Call(f));
        if (!stored.IsSuccess)
        {
            throw HeyGenErrors.Odd($"HeyGen's store refused the upload (HTTP {stored.Code}).");
        }

        // Only now does the asset exist; completing it again gives the same one.
        return AssetId(await calls.SendAsync(VendorRequest.Post($"/v3/assets/{Uri.EscapeDataString(id)}/complete", "{}"u8.ToArray()), cancellationToken).ConfigureAwait(false));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(HeyGenSaid slot) =>
        slot.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("upload_headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? [.. headers.EnumerateObject().Where(h => h.Value.ValueKind == JsonValueKind.String && !Framing.Contains(h.Name, StringComparer.OrdinalIgnoreCase)).Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!))]
            : [];

    private static string AssetId(VendorAnswer answer) => HeyGenCalls.Data(answer).Text("asset_id") ?? throw Foreign();

    private static ProviderCallException Foreign() => HeyGenErrors.Odd("The answer to the upload is not of HeyGen's form.");

    private static string FileName(string contentType) => "input" + contentType switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "audio/mpeg" or "audio/mp3" => ".mp3",
        "audio/wav" or "audio/x-wav" => ".wav",
        "application/pdf" => ".pdf",
        _ => ".bin",
    };
}
