using System.Text;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Assets;

/// <summary>Turns asset ids into file names that are safe everywhere, sharded so that no folder grows without bound.</summary>
internal static partial class AssetName
{
    public static void ThrowIfInvalid(string id)
    {
        if (!IsValid(id))
        {
            throw new ArgumentException($"'{id}' is no asset id: use 1 to 120 of [a-z0-9._-], beginning with a letter or digit.", nameof(id));
        }
    }

    public static bool IsValid(string id) => Pattern().IsMatch(id);

    public static string FolderOf(string root, string id) => System.IO.Path.Combine(root, ShardOf(id));

    /// <summary>One of 256 folders, by the id's hash.</summary>
    public static string ShardOf(string id) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(id)))[..2];

    // Written out as file:///…: a bare path read back from JSON on Linux would be a relative address.
    public static Uri AddressOf(string path) => new(new Uri(path).AbsoluteUri);

    public static bool IsExtension(string extension) => extension is "mp4" or "webm" or "mov" or "jpg" or "png" or "webp" or "mp3" or "wav" or "bin";

    public static string ExtensionOf(string contentType) => contentType switch
    {
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "video/quicktime" => ".mov",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "audio/mpeg" => ".mp3",
        "audio/wav" => ".wav",
        _ => ".bin",
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,119}\\z")]
    private static partial Regex Pattern();
}
