using System.Buffers;
using System.Text.Json;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>Records as JSON Lines.</summary>
internal static class JsonLinesExport
{
    private const int BlockBytes = 32 * 1024;

    public static async Task<long> WriteAsync<T>(IAsyncEnumerable<T> records, ExportField<T>[] fields, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(target);
        var block = new ArrayBufferWriter<byte>(BlockBytes + 4096);
        var json = new Utf8JsonWriter(block);
        await using (json.ConfigureAwait(false))
        {
            var count = 0L;
            await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                json.Reset();
                Write(json, record, fields);
                block.GetSpan(1)[0] = (byte)'\n';
                block.Advance(1);
                count++;
                if (block.WrittenCount >= BlockBytes)
                {
                    await target.WriteAsync(block.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    block.ResetWrittenCount();
                }
            }

            await target.WriteAsync(block.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static void Write<T>(Utf8JsonWriter json, T record, ExportField<T>[] fields)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            Write(json, field.Value(record));
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal amount:
                json.WriteRawValue(ExportText.Of(amount), skipInputValidation: true);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(ExportText.Of(time));
                break;
            case IReadOnlyList<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
