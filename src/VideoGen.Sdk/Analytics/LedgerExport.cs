using System.Text;
using VideoGen.Sdk.Analytics.Export;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Writes the ledger out, as CSV for people and as JSON Lines for programs, record by record: a long ledger needs no more memory than a short one.</summary>
/// <remarks>
/// CSV is that of RFC 4180 in UTF-8, with a header. Text that a spreadsheet would take for a formula gets an apostrophe in front. JSON Lines has one object per line, ended by a line feed.
/// Both have the same names; amounts are exact and invariant, times are UTC with microseconds. Nothing is paid for it. Safe for use by many threads at once, each with its own target.
/// The target is flushed and left open. All methods return how many records were written; a failing source or target throws its own exception.
/// </remarks>
public static class LedgerExport
{
    // No byte order mark: programs trip over it, and spreadsheets ask for the encoding.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes entries as CSV.</summary>
    public static Task<long> WriteCsvAsync(IAsyncEnumerable<LedgerEntry> entries, TextWriter target, CancellationToken cancellationToken = default) =>
        CsvExport.WriteAsync(entries, EntryFields.All, target, cancellationToken);

    /// <summary>Writes lines as CSV.</summary>
    public static Task<long> WriteCsvAsync(IAsyncEnumerable<AttemptLine> lines, TextWriter target, CancellationToken cancellationToken = default) =>
        CsvExport.WriteAsync(lines, LineFields.All, target, cancellationToken);

    /// <summary>Writes entries as CSV in UTF-8, without a byte order mark.</summary>
    public static Task<long> WriteCsvAsync(IAsyncEnumerable<LedgerEntry> entries, Stream target, CancellationToken cancellationToken = default) =>
        WriteTextAsync(entries, EntryFields.All, target, cancellationToken);

    /// <summary>Writes lines as CSV in UTF-8, without a byte order mark.</summary>
    public static Task<long> WriteCsvAsync(IAsyncEnumerable<AttemptLine> lines, Stream target, CancellationToken cancellationToken = default) =>
        WriteTextAsync(lines, LineFields.All, target, cancellationToken);

    /// <summary>Writes entries as JSON Lines.</summary>
    public static Task<long> WriteJsonLinesAsync(IAsyncEnumerable<LedgerEntry> entries, Stream target, CancellationToken cancellationToken = default) =>
        JsonLinesExport.WriteAsync(entries, EntryFields.All, target, cancellationToken);

    /// <summary>Writes lines as JSON Lines.</summary>
    public static Task<long> WriteJsonLinesAsync(IAsyncEnumerable<AttemptLine> lines, Stream target, CancellationToken cancellationToken = default) =>
        JsonLinesExport.WriteAsync(lines, LineFields.All, target, cancellationToken);

    private static async Task<long> WriteTextAsync<T>(IAsyncEnumerable<T> records, ExportField<T>[] fields, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var writer = new StreamWriter(target, Encoding, bufferSize: 16 * 1024, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            return await CsvExport.WriteAsync(records, fields, writer, cancellationToken).ConfigureAwait(false);
        }
    }
}
