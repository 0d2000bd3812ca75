using System.Text;
using System.Text.Json;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Analytics;

public sealed class LedgerExportTests
{
    private static readonly LedgerEntry Plain = new()
    {
        Id = 7,
        At = new DateTimeOffset(2026, 3, 10, 10, 0, 0, 123, TimeSpan.FromHours(1)),
        Key = new AttemptKey("job", 2),
        Kind = LedgerEntryKind.Corrected,
        AmountUsd = -0.100000m,
        Provider = "kling",
        Account = "default",
        Model = "kling-v3",
        Tenant = "acme",
        Source = ChargeSource.Person,
    };

    [Fact]
    public async Task Entries_are_rows_with_exact_amounts_and_utc_times()
    {
        var csv = await CsvAsync(Plain with { Reason = "he said \"no\", twice\r\nand left" });

        Assert.Equal(
            "id,at,jobId,attempt,kind,amountUsd,provider,account,model,tenant,campaign,source,reason\r\n"
            + "7,2026-03-10T09:00:00.123000Z,job,2,Corrected,-0.1,kling,default,kling-v3,acme,,Person,\"he said \"\"no\"\", twice\r\nand left\"\r\n",
            csv);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\uFF1D1+1")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_text(string tenant)
    {
        var csv = await CsvAsync(Plain with { Tenant = tenant });

        Assert.Contains($",'{tenant}", csv.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Millionths_and_the_largest_amounts_keep_every_place()
    {
        var csv = await CsvAsync(Plain with { AmountUsd = 0.000001m }, Plain with { AmountUsd = 999_999_999.999999m }, Plain with { AmountUsd = 0.000m });

        Assert.Equal(["0.000001", "999999999.999999", "0"], csv.Split("\r\n")[1..^1].Select(row => row.Split(',')[5]));
    }

    [Fact]
    public async Task Json_lines_have_one_object_a_line_with_the_same_names()
    {
        using var target = new MemoryStream();
        var written = await LedgerExport.WriteJsonLinesAsync(Of(Plain, Plain with { Reason = "line\nbreak \uD800 \"x\"" }), target);

        var lines = Encoding.UTF8.GetString(target.ToArray()).Split('\n');
        Assert.Equal((2L, 3, ""), (written, lines.Length, lines[2]));
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(
            ["id", "at", "jobId", "attempt", "kind", "amountUsd", "provider", "account", "model", "tenant", "campaign", "source", "reason"],
            first.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("-0.1", JsonValueKind.Null), (first.RootElement.GetProperty("amountUsd").GetRawText(), first.RootElement.GetProperty("reason").ValueKind));
        using var second = JsonDocument.Parse(lines[1]);
        Assert.StartsWith("line\nbreak", second.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_written_with_tags_and_playing_time()
    {
        var books = new Books();
        await books.AttemptAsync("a", 1.25m, tags: ["style:noir", "a,b"]);
        using var text = new StringWriter();
        using var json = new MemoryStream();

        await LedgerExport.WriteCsvAsync(books.Costs.ListAsync(new LedgerQuery()), text);
        await LedgerExport.WriteJsonLinesAsync(books.Costs.ListAsync(new LedgerQuery()), json);

        Assert.Contains(",\"[\"\"style:noir\"\",\"\"a,b\"\"]\",Charged,Succeeded,0,1.25,Vendor,5,", text.ToString(), StringComparison.Ordinal);
        using var line = JsonDocument.Parse(json.ToArray());
        Assert.Equal(["style:noir", "a,b"], line.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));
        Assert.Equal(5, line.RootElement.GetProperty("lengthSeconds").GetDecimal());
    }

    [Fact]
    public async Task An_empty_ledger_is_a_header_alone()
    {
        using var target = new MemoryStream();

        Assert.Equal(0, await LedgerExport.WriteCsvAsync(Of(), target));
        Assert.StartsWith("id,at,jobId", Encoding.UTF8.GetString(target.ToArray()), StringComparison.Ordinal);
        Assert.True(target.CanWrite);
    }

    [Fact]
    public async Task Half_a_million_entries_need_no_more_memory_than_a_few()
    {
        using var target = new Counter();
        await LedgerExport.WriteCsvAsync(Many(1000), target);
        var kept = GC.GetTotalMemory(forceFullCollection: true);

        await LedgerExport.WriteCsvAsync(Many(500_000), target);

        Assert.True(target.Peak - kept < 16_000_000, $"{target.Peak - kept:N0} bytes were kept");
        Assert.True(target.Length > 25_000_000, "all of it was written");
    }

    private static async Task<string> CsvAsync(params LedgerEntry[] entries)
    {
        using var target = new StringWriter();
        await LedgerExport.WriteCsvAsync(Of(entries), target);
        return target.ToString();
    }

    private static IAsyncEnumerable<LedgerEntry> Of(params LedgerEntry[] entries) => entries.ToAsyncEnumerable();

    private static IAsyncEnumerable<LedgerEntry> Many(int count) => Enumerable.Range(1, count).Select(id => Plain with { Id = id }).ToAsyncEnumerable();

    /// <summary>Counts what is written and how much memory is in use meanwhile.</summary>
    private sealed class Counter : Stream
    {
        private long length;
        private int writes;

        public long Peak { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            length += count;
            if (++writes % 500 == 0)
            {
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
