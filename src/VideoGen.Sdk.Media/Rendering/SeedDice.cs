using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>
/// The same throws for the same seed, for ever: SplitMix64 from the SHA-256 of seed or prompt. <see cref="Random"/> promises its sequence to nobody.
/// </summary>
internal sealed class SeedDice
{
    private ulong state;

    private SeedDice(ulong state) => this.state = state;

    public static SeedDice For(RenderRecipe recipe) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(recipe.Seed is { } seed ? FormattableString.Invariant($"seed:{seed}") : "prompt:" + recipe.Prompt))));

    /// <summary>A number from <paramref name="from"/> up to but not <paramref name="to"/>.</summary>
    public double Between(double from, double to) => from + ((Next() >> 11) * (1.0 / (1UL << 53)) * (to - from));

    /// <summary>An index below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
