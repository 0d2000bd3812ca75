namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>Tells text from pictures and clips: text holds no zero byte.</summary>
internal static class TextFile
{
    public static bool Is(string path)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Root, path));
        Span<byte> start = stackalloc byte[8000];
        return !start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }
}
