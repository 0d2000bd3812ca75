using System.Buffers;
using System.Text;
using System.Text.Json;

namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

/// <summary>Writes the one paid body: JSON, or a form when a picture's bytes go along.</summary>
internal static class OpenAIBody
{
    // Held with the intent, and far above what a first frame needs.
    private const int LargestPicture = 20 * 1024 * 1024;

    public static async ValueTask<(string ContentType, ReadOnlyMemory<byte> Bytes)> WriteAsync(OpenAIOrder order, CancellationToken cancellationToken) =>
        order.Picture is { Prepared.Reference: null } picture
            ? await FormAsync(order, picture.Media, cancellationToken).ConfigureAwait(false)
            : ("application/json", Json(order));

    private static ReadOnlyMemory<byte> Json(OpenAIOrder order)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in order.Fields)
            {
                json.WriteString(name, value);
            }

            if (order.Picture?.Prepared.Reference is { } link)
            {
                json.WriteStartObject("input_reference");
                json.WriteString("image_url", link);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory.ToArray();
    }

    private static async ValueTask<(string ContentType, ReadOnlyMemory<byte> Bytes)> FormAsync(OpenAIOrder order, InputMedia picture, CancellationToken cancellationToken)
    {
        // Our own reference as the boundary: the same task gives the same bytes.
        var boundary = $"videogen-{order.ClientReference}";
        var form = new MemoryStream();
        foreach (var (name, value) in order.Fields)
        {
            form.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }

        var ending = picture.ContentType["image/".Length..];
        form.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"input_reference\"; filename=\"input_reference.{ending}\"\r\nContent-Type: {picture.ContentType}\r\n\r\n"));
        await CopyAsync(picture, form, cancellationToken).ConfigureAwait(false);
        form.Write(Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"));
        return ($"multipart/form-data; boundary={boundary}", form.ToArray());
    }

    private static async Task CopyAsync(InputMedia picture, MemoryStream form, CancellationToken cancellationToken)
    {
        var open = picture.OpenReadAsync ?? throw OpenAIFault.Of(ProviderFailureKind.InvalidRequest, "an input has neither an address nor bytes");
        var stream = await open(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            var left = LargestPicture;
            int got;
            while ((got = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                left -= got;
                if (left < 0)
                {
                    throw OpenAIFault.Of(ProviderFailureKind.NotSupported, "takes pictures up to 20 MB");
                }

                form.Write(buffer, 0, got);
            }
        }
    }
}
