using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Recipes as bytes and as remote ids: Brotli in base64url, so that the id alone is enough to render, on any machine, after any crash.</summary>
internal static class RecipeCodec
{
    /// <summary>10,000 characters in any script stay far below; a bomb does not.</summary>
    private const int MostBytes = 256 * 1024;

    public static byte[] Write(RenderRecipe recipe) => JsonSerializer.SerializeToUtf8Bytes(recipe, RecipeJsonContext.Default.RenderRecipe);

    /// <summary>The recipe; null when the bytes are none.</summary>
    public static RenderRecipe? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RecipeJsonContext.Default.RenderRecipe);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Pack(RenderRecipe recipe)
    {
        var json = Write(recipe);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, packed, out var written, quality: 9, window: 18)
            ? Base64Url.EncodeToString(packed.AsSpan(0, written))
            : throw new InvalidOperationException("Brotli refused a buffer of its own size.");
    }

    /// <summary>The recipe in a remote id; null when there is none in it.</summary>
    public static RenderRecipe? Unpack(string remoteId)
    {
        var packed = new byte[Base64Url.GetMaxDecodedLength(remoteId.Length)];
        var json = new byte[MostBytes];
        return Base64Url.IsValid(remoteId)
            && Base64Url.TryDecodeFromChars(remoteId, packed, out var length)
            && BrotliDecoder.TryDecompress(packed.AsSpan(0, length), json, out var written)
            ? Read(json.AsSpan(0, written))
            : null;
    }
}
