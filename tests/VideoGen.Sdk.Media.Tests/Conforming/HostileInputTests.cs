using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class HostileInputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("x", "not a video of a known kind")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nsecret.ts\n#EXT-X-ENDLIST\n", "not a video of a known kind")]
    [InlineData("ffconcat version 1.0\nfile /etc/hostname\n", "not a video of a known kind")]
    [InlineData("\0\0\0\u0018ftypisom and then nothing that could be read", "corrupt|cut off")]
    public async Task A_file_that_is_no_video_is_refused_in_one_sentence(string content, string reason)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch.File("in.mp4"), content, Token);

        await RefusedAsync(scratch, scratch.File("in.mp4"), reason);
    }

    [Fact]
    public async Task A_playlist_behind_the_first_bytes_of_an_mp4_opens_nothing()
    {
        using var scratch = new Scratch();
        Shell.Clip(scratch.File("secret.ts"), $"{Clips.Picture} {Clips.Video}");
        await File.WriteAllBytesAsync(scratch.File("in.mp4"), [.. "\0\0\0\u0010ftypisom\0\0\0\0"u8, .. "#EXTM3U\n#EXTINF:5,\nsecret.ts\n"u8], Token);

        await RefusedAsync(scratch, scratch.File("in.mp4"), "corrupt|cut off|holds no video");
    }

    [Fact]
    public async Task A_video_that_is_cut_off_is_refused()
    {
        using var scratch = new Scratch();
        var whole = Shell.Clip(scratch.File("whole.mp4"), $"{Clips.Picture} {Clips.Video}");
        var bytes = await File.ReadAllBytesAsync(whole, Token);
        await File.WriteAllBytesAsync(scratch.File("in.mp4"), bytes[..(bytes.Length / 2)], Token);

        await RefusedAsync(scratch, scratch.File("in.mp4"), "cut off");
    }

    [Fact]
    public async Task Sound_alone_is_no_video()
    {
        using var scratch = new Scratch();
        Shell.Clip(scratch.File("in.mp4"), $"{Clips.Tone} {Clips.Audio}");

        await RefusedAsync(scratch, scratch.File("in.mp4"), "holds no video");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said()
    {
        using var scratch = new Scratch();

        await RefusedAsync(scratch, scratch.File("in.mp4"), "cannot be read");
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_not_decoded()
    {
        using var scratch = new Scratch();
        Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i color=s=1600x1600:r=1:d=1 -c:v libx264 -preset ultrafast");

        await RefusedAsync(scratch, scratch.File("in.mp4"), "1600x1600|larger than is allowed|holds no video", new MediaOptions { MaxPixels = 1_000_000 });
    }

    [Theory]
    [InlineData("quote\" -f null - -i x.mp4 \".mp4")]
    [InlineData("it's 100% 'own' $HOME.mp4")]
    [InlineData("-y.mp4")]
    [InlineData("http:x.mp4")]
    [InlineData("concat:a|b.mp4")]
    [InlineData("back\\slash\\.mp4")]
    [InlineData("ends with backslash \\")]
    [InlineData("שלום 日本 😀.mp4")]
    public async Task A_name_is_only_a_name(string name)
    {
        using var scratch = new Scratch();
        File.Move(Shell.Clip(scratch.File("plain.mp4"), $"{Clips.Picture} {Clips.Tone} {Clips.Video} {Clips.Audio}"), scratch.File(name));
        var processor = new FfmpegMediaProcessor(new MediaOptions { Preset = "ultrafast" }, new RecordingRunner());

        var result = await processor.ConformAsync(
            new ConformRequest { InputPath = scratch.File(name), OutputPath = scratch.File("out-" + name), Platform = Clips.Reels }, null, Token);
        await processor.CreateThumbnailAsync(scratch.File(name), scratch.File("still.jpg"), Token);

        Assert.Equal(ConformAction.Remuxed, result.Action);
        Assert.Equal(new[] { name, "out-" + name, "still.jpg" }.Order(), scratch.Entries.Order());
    }

    private static async Task RefusedAsync(Scratch scratch, string input, string reason, MediaOptions? options = null)
    {
        var processor = new FfmpegMediaProcessor(options ?? new MediaOptions(), new RecordingRunner());
        var before = scratch.Entries.Order().ToList();

        foreach (var failure in new[]
        {
            await Assert.ThrowsAsync<MediaException>(() => processor.ProbeAsync(input, Token)),
            await Assert.ThrowsAsync<MediaException>(() => processor.ConformAsync(new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels }, null, Token)),
            await Assert.ThrowsAsync<MediaException>(() => processor.CreateThumbnailAsync(input, scratch.File("out.jpg"), Token)),
        })
        {
            Assert.Contains(reason.Split('|'), r => failure.Message.Contains(r, StringComparison.Ordinal));
            Assert.True(failure.IsInputFault, failure.Message);
            Assert.DoesNotContain('\n', failure.Message);
        }

        Assert.Equal(before, scratch.Entries.Order());
    }
}
