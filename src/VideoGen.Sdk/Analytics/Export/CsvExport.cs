using System.Text;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>Records as RFC 4180 rows.</summary>
internal static class CsvExport
{
    private const int BlockChars = 16 * 1024;

    public static async Task<long> WriteAsync<T>(IAsyncEnumerable<T> records, ExportField<T>[] fields, TextWriter target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(target);
        var block = new StringBuilder(BlockChars + 1024);
        block.AppendJoin(',', fields.Select(field => field.Name)).Append("\r\n");
        var count = 0L;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < fields.Length; i++)
            {
                CsvCell.Append(i == 0 ? block : block.Append(','), fields[i].Value(record));
            }

            block.Append("\r\n");
            count++;
            if (block.Length >= BlockChars)
            {
                await target.WriteAsync(block, cancellationToken).ConfigureAwait(false);
                block.Clear();
            }
        }

        await target.WriteAsync(block, cancellationToken).ConfigureAwait(false);
        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }
}
