using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Media.Thumbnails;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Thumbnails;

public sealed class StillTests : IDisposable
{
    private readonly Scratch scratch = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("still.jpg", null, ImageFormat.Jpeg, "mjpeg")]
    [InlineData("still.png", null, ImageFormat.Png, "png")]
    [InlineData("still.webp", null, ImageFormat.WebP, "webp")]
    [InlineData("still.jpg", ImageFormat.Png, ImageFormat.Png, "png")]
    public async Task A_still_at_a_time_comes_in_the_format_that_is_wanted(string name, ImageFormat? asked, ImageFormat format, string codec)
    {
        var still = await MakeAsync(new StillRequest { InputPath = RedThenBlue(), OutputPath = scratch.File(name), Format = asked, Width = 100, Still = new Still.FrameAt(TimeSpan.FromSeconds(1.5)) });

        Assert.Equal(format, still.Format);
        Assert.Contains($"codec_name={codec}|codec_type=video|width=100|height=178", Seen.Streams(scratch.File(name)), StringComparison.Ordinal);
        Assert.True(Seen.Colour(scratch.File(name)) is { Blue: > 200, Red: < 60 });
        Assert.Equal(new FileInfo(scratch.File(name)).Length, still.Bytes);
    }

    [Fact]
    public async Task A_time_past_the_end_means_the_last_frame()
    {
        await MakeAsync(new StillRequest { InputPath = RedThenBlue(), OutputPath = scratch.File("still.png"), Still = new Still.FrameAt(TimeSpan.FromHours(1)) });

        Assert.True(Seen.Colour(scratch.File("still.png")).Blue > 200);
    }

    [Fact]
    public async Task A_contact_sheet_shows_the_whole_video_in_order()
    {
        await MakeAsync(new StillRequest { InputPath = RedThenBlue(), OutputPath = scratch.File("sheet.png"), Width = 400, Still = new Still.ContactSheet(2, 2) });

        Assert.Contains("width=400", Seen.Streams(scratch.File("sheet.png")), StringComparison.Ordinal);
        Assert.True(Seen.Colour(scratch.File("sheet.png"), crop: "60:60:40:40") is { Red: > 200, Blue: < 60 });
        Assert.True(Seen.Colour(scratch.File("sheet.png"), crop: "60:60:300:500") is { Blue: > 200, Red: < 60 });
    }

    [Fact]
    public async Task A_preview_moves_and_goes_on_for_ever()
    {
        await MakeAsync(new StillRequest { InputPath = RedThenBlue(), OutputPath = scratch.File("preview.webp"), Still = new Still.MovingPreview(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)) });

        var bytes = await File.ReadAllBytesAsync(scratch.File("preview.webp"), Token);
        var animation = bytes.AsSpan().IndexOf("ANIM"u8);
        Assert.True(animation > 0, "it does not move");
        Assert.Equal(0, bytes[animation + 12] + bytes[animation + 13]);
        Assert.True(Count(bytes, "ANMF"u8) >= 2);
    }

    [Theory]
    [InlineData("Morning routines that work")]
    [InlineData("שלום עולם")]
    [InlineData("%{localtime} it's ' : , ; [x] \\ 100%")]
    public async Task A_title_is_drawn_in_white_in_the_middle(string title)
    {
        var input = RedThenBlue();
        await MakeAsync(new StillRequest { InputPath = input, OutputPath = scratch.File("bare.png"), Still = new Still.FrameAt(TimeSpan.Zero) });

        await MakeAsync(new StillRequest { InputPath = input, OutputPath = scratch.File("titled.png"), Still = new Still.FrameAt(TimeSpan.Zero), Title = title });

        Assert.True(Seen.Colour(scratch.File("titled.png"), crop: "200:140:35:170").Green > Seen.Colour(scratch.File("bare.png"), crop: "200:140:35:170").Green + 8);
        Assert.Equal(Seen.Colour(scratch.File("bare.png"), crop: "270:60:0:0"), Seen.Colour(scratch.File("titled.png"), crop: "270:60:0:0"));
    }

    [Fact]
    public async Task What_cannot_be_made_is_said_and_leaves_nothing()
    {
        var input = RedThenBlue();
        foreach (var request in new[]
        {
            new StillRequest { InputPath = input, OutputPath = scratch.File("x.jpg"), Width = 8 },
            new StillRequest { InputPath = input, OutputPath = scratch.File("x.jpg"), Still = new Still.ContactSheet(0, 3) },
            new StillRequest { InputPath = input, OutputPath = scratch.File("x.jpg"), Still = new Still.MovingPreview(TimeSpan.Zero, TimeSpan.FromSeconds(1)), Format = ImageFormat.Png },
            new StillRequest { InputPath = input, OutputPath = scratch.File("x.webp"), Still = new Still.MovingPreview(TimeSpan.Zero, TimeSpan.FromMinutes(1)) },
            new StillRequest { InputPath = input, OutputPath = scratch.File("x.jpg"), Still = new Still.FrameAt(TimeSpan.FromSeconds(-1)) },
        })
        {
            var failure = await Assert.ThrowsAsync<MediaException>(() => MakeAsync(request));
            Assert.DoesNotContain('\n', failure.Message);
        }

        Assert.Equal(["in.mp4"], scratch.Entries);
    }

    private Task<StillResult> MakeAsync(StillRequest request) => new VideoStills(new MediaOptions { TemporaryFolder = scratch.Folder }, new RecordingRunner()).CreateAsync(request, Token);

    private string RedThenBlue() => Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i color=red:s=270x480:r=10:d=1 -f lavfi -i color=blue:s=270x480:r=10:d=1 -filter_complex concat=n=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf(word)) >= 0; bytes = bytes[(at + word.Length)..])
        {
            count++;
        }

        return count;
    }
}
