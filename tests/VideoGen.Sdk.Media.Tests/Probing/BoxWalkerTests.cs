using System.Buffers.Binary;
using System.Text;
using VideoGen.Sdk.Media.Probing;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Probing;

public sealed class BoxWalkerTests
{
    [Fact]
    public void The_index_is_first_when_moov_comes_before_mdat()
    {
        Assert.True(Walk(Box("ftyp"), Box("moov"), Box("mdat")).IsIndexFirst);
        Assert.False(Walk(Box("ftyp"), Box("mdat"), Box("moov")).IsIndexFirst);
        Assert.True(Walk(Box("ftyp"), Box("free"), Box("moov"), Box("free"), Box("mdat"), Box("mdat")).IsIndexFirst);
    }

    [Fact]
    public void Without_an_index_nothing_is_whole()
    {
        var facts = Walk(Box("ftyp"), Box("mdat"));

        Assert.False(facts.IsIndexFirst);
        Assert.False(facts.IsWhole);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1024, true)]
    [InlineData(-1, true)]
    public void One_edit_shifts_unless_it_begins_at_zero(int mediaTime, bool shifts)
    {
        Assert.Equal(shifts, Walk(Movie(Edits(0, 1, [.. Int(3000), .. Int(mediaTime), .. Int(0x10000)]))).HasEditList);
        Assert.Equal(shifts, Walk(Movie(Edits(1, 1, [.. Long(3000), .. Long(mediaTime), .. Int(0x10000)]))).HasEditList);
    }

    [Fact]
    public void Several_edits_shift_and_none_do_not()
    {
        Assert.True(Walk(Movie(Edits(0, 2, [.. Int(1), .. Int(0), .. Int(0), .. Int(1), .. Int(0), .. Int(0)]))).HasEditList);
        Assert.False(Walk(Movie(Edits(0, 0, []))).HasEditList);
        Assert.False(Walk(Movie()).HasEditList);
    }

    [Fact]
    public void An_edit_list_that_is_cut_off_counts_as_one() =>
        Assert.True(Walk(Movie(Edits(0, 1, [0, 0]))).HasEditList);

    [Fact]
    public void A_statement_of_origin_is_seen()
    {
        byte[] id = [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

        Assert.True(Walk(Box("moov"), Box("uuid", [.. id, 1, 2, 3])).HasProvenance);
        Assert.False(Walk(Box("moov"), Box("uuid", new byte[16])).HasProvenance);
    }

    [Fact]
    public void A_long_size_and_a_size_to_the_end_are_followed()
    {
        byte[] large = [.. Int(1), .. "mdat"u8, .. Long(24), .. new byte[8]];
        byte[] open = [.. Int(0), .. "mdat"u8, .. new byte[100]];

        Assert.True(Walk(Box("moov"), large, Box("free")).IsWhole);
        Assert.True(Walk(Box("moov"), open).IsWhole);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 4, 109, 100, 97, 116 })]
    [InlineData(new byte[] { 0x7F, 0xFF, 0xFF, 0xFF, 109, 100, 97, 116 })]
    [InlineData(new byte[] { 0, 0, 0, 1, 109, 100, 97, 116, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0, 0, 0, 1, 109, 100, 97, 116 })]
    public void A_size_that_lies_is_not_followed(byte[] bad) =>
        Assert.False(Walk(Box("moov"), bad).IsWhole);

    [Fact]
    public void A_box_may_not_reach_past_its_parent() =>
        Assert.False(Walk(Box("moov", [.. Int(100), .. "trak"u8]), Box("mdat", new byte[200])).IsWhole);

    [Fact]
    public void Endless_boxes_end() =>
        Assert.False(Walk([.. Enumerable.Repeat(Box("free"), 30_000)]).IsWhole);

    [Fact]
    public void Nothing_at_all_is_not_whole() => Assert.False(Walk().IsWhole);

    private static BoxFacts Walk(params byte[][] boxes)
    {
        using var stream = new MemoryStream([.. boxes.SelectMany(b => b)]);
        return BoxWalker.Walk(stream);
    }

    private static byte[] Movie(params byte[][] edits) => Box("moov", [.. Box("mvhd", new byte[20]), .. edits.SelectMany(e => Box("trak", Box("edts", e)))]);

    private static byte[] Edits(byte version, int count, byte[] entries) => Box("elst", [version, 0, 0, 0, .. Int(count), .. entries]);

    private static byte[] Box(string type, params byte[] content) => [.. Int(8 + content.Length), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Long(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
