namespace VideoGen.Sdk.Fitting;

/// <summary>The clips and the command that fitting is compared with.</summary>
internal static class Clips
{
    private const string Sound = "-f lavfi -i sine=f=330:r=44100:d=15";

    /// <summary>A gradient that turns, with key frames ten seconds apart and MP3 sound: picture and sound have to be made anew, nothing has to be scaled.</summary>
    public static string Smooth(string path) =>
        $"-f lavfi -i gradients=s=1080x1920:r=30:d=15:n=4:seed=4:speed=0.01 {Sound} -c:v libx264 -preset ultrafast -qp 8 -pix_fmt yuv420p -g 300 -c:a libmp3lame {path}";

    /// <summary>Moving shapes under noise.</summary>
    public static string Hard(string path) =>
        $"-f lavfi -i testsrc2=s=1080x1920:r=30:d=6,noise=alls=30:allf=t -f lavfi -i sine=r=44100:d=6 -c:v libx264 -preset ultrafast -crf 10 -pix_fmt yuv420p -c:a libmp3lame {path}";

    /// <summary>What an expert types to get the same file: same picture settings, same sound, its loudness left as it is.</summary>
    public static string BestCommand(string input, string output) =>
        $"-i {input} -map 0:v:0 -map 0:a:0 -vf fps=30,setsar=1,format=yuv420p -c:v libx264 -preset veryfast -crf 20 -maxrate 12M -bufsize 24M -profile:v high -bf 2 -g 60 -keyint_min 60 -sc_threshold 0 -flags:v +cgop "
        + $"-color_primaries bt709 -color_trc bt709 -colorspace bt709 -c:a aac -b:a 128k -ar 48000 -ac 2 -map_metadata -1 -movflags +faststart+negative_cts_offsets -use_editlist 0 -f mp4 {output}";
}
