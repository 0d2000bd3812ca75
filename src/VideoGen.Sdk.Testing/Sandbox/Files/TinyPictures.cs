namespace VideoGen.Sdk.Testing.Sandbox.Files;

/// <summary>Placeholders for the thumbnails and previews some vendors serve beside the video.</summary>
internal static class TinyPictures
{
    private static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static readonly byte[] Webp = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCwsODg4RERT/xABKAAEAAA" +
        "AAAAAAAAAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAEAAQAwEiAAIRAAMRAP/aAAwDAQACEQMR" +
        "AD8AAA//2Q==");
    private static readonly byte[] Subtitles = "1\n00:00:00,000 --> 00:00:01,000\nsandbox\n"u8.ToArray();

    public static (byte[] Bytes, string Type)? Of(string name) => Path.GetExtension(name) switch
    {
        ".gif" => (Gif, "image/gif"),
        ".webp" => (Webp, "image/webp"),
        ".jpg" => (Jpeg, "image/jpeg"),
        ".srt" => (Subtitles, "application/x-subrip"),
        _ => null,
    };
}
