using System.Security.Cryptography;
using System.Text.Json;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Recipes as bytes, and the ids that they go by: a hash, because remote ids lie in plain columns and logs, where a prompt has no business.</summary>
internal static class RecipeCodec
{
    private const int HashCharacters = 32;

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

    /// <summary>The same recipe has the same id, in every process.</summary>
    public static string IdOf(RenderRecipe recipe) => $"{LocalProvider.Name}-{Convert.ToHexStringLower(SHA256.HashData(Write(recipe)))[..HashCharacters]}";
}
