using FFMpegCore;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Rendering.Scenes;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Text;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Renders recipes. The same recipe, fonts and ffmpeg give the same bytes.</summary>
internal sealed class LocalRenderer(IToolRunner runner, MediaOptions options)
{
    /// <summary>Fixed, whatever machine this is: x264 writes other bytes with another number of threads.</summary>
    private const int EncoderThreads = 4;

    private static readonly IScene[] Scenes = [new AuroraScene(), new LandscapeScene(), new BokehScene(), new SilkScene()];

    private readonly Lazy<FontShelf> shelf = new(() => FontShelf.Open(options));

    /// <summary>Why text cannot be written and what to do; null when it can.</summary>
    public string? FontFault() => shelf.Value.First is not null ? null
        : $"No usable font was found {(options.FontFolder is { } folder ? $"in '{folder}'" : "in the system's font folders")}: install one, e.g. apt-get install fonts-dejavu-core, "
            + $"or set {MediaOptionsValidator.Section}:{nameof(MediaOptions.FontFolder)}.";

    /// <summary>Renders into the folder and returns the file's path.</summary>
    /// <exception cref="MediaException">It cannot be rendered.</exception>
    public async Task<string> RenderAsync(RenderRecipe recipe, WorkFolder folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var path = folder.File("out.mp4");
        var call = new ToolCall
        {
            Tool = FfmpegTool.Ffmpeg,
            Arguments = Command(recipe, folder, path),
            Folder = folder.Path,
            Length = TimeSpan.FromSeconds(recipe.Seconds),
            Progress = progress,
        };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? path : throw ToolFailure.For("Rendering", output);
    }

    private string Command(RenderRecipe recipe, WorkFolder folder, string path)
    {
        var dice = SeedDice.For(recipe);
        var arguments = FFMpegArguments.FromInput(
            new DrawnInput(Picture(recipe, folder, dice)),
            o => o.WithCustomArgument($"-hide_banner -nostdin -loglevel error {ToolProgress.Arguments}"));
        if (recipe.Sound)
        {
            arguments.AddInput(new DrawnInput(AudioBed.Draw(recipe.Seconds, dice)));
        }

        var group = 2 * recipe.FramesPerSecond;
        return arguments.OutputTo(LocalFile.Output(path), o =>
        {
            // ultrafast with High's 8x8 transform and arithmetic coding put back: on soft pictures a quarter of veryfast's time for a few more bytes.
            o.WithVideoCodec("libx264").WithConstantRateFactor(19).WithThreads(EncoderThreads)
                .WithCustomArgument("-map 0:v -preset ultrafast -x264-params 8x8dct=1:cabac=1:deblock=0,0 -profile:v high -maxrate 10M -bufsize 20M")
                .WithCustomArgument(Invariant($"-g {group} -keyint_min {group} -sc_threshold 0 -flags:v +cgop+bitexact -fflags +bitexact"))
                .WithCustomArgument("-color_primaries bt709 -color_trc bt709 -colorspace bt709");
            if (recipe.Sound)
            {
                o.WithAudioCodec("aac").WithAudioBitrate(128).WithAudioSamplingRate(48000).WithCustomArgument("-ac 2 -map 1:a -flags:a +bitexact");
            }

            o.WithCustomArgument(Mp4Output.Arguments);
        }).Arguments;
    }

    private string Picture(RenderRecipe recipe, WorkFolder folder, SeedDice dice)
    {
        var canvas = new Canvas(recipe.Width, recipe.Height);
        var scene = dice.Pick(Scenes).Draw(new SceneStage(canvas, recipe.Seconds, recipe.FramesPerSecond, dice));
        var layout = new TextLayout(shelf.Value, canvas.TextWidth, canvas.TextHeight, recipe.Seconds, (int)(canvas.Side * 0.098), (int)(canvas.Side * 0.054));
        var cards = new CardFilters(folder, canvas);
        var texts = cards.Write(layout.Plan(recipe.Prompt)).Append(cards.WriteLabel(shelf.Value.First ?? throw new MediaException(FontFault()!)));
        var fade = Math.Min(0.5, recipe.Seconds / 6);

        // A trace of noise hides the steps in wide gradients. The first frame is lit: it is what feeds show before playing.
        return $"{scene};[bg]trim=end_frame={recipe.Frames},setsar=1,noise=alls=2:allf=t,{string.Join(',', texts)},"
            + Invariant($"fade=t=out:st={recipe.Seconds - fade:0.###}:d={fade:0.###},format=yuv420p[out0]");
    }
}
