using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

/// <summary>The shape of a picture, width to height, such as <c>9:16</c>. Not reduced: <c>1280:720</c> equals itself, not <c>16:9</c>; compare with <see cref="IsSameShapeAs"/>.</summary>
/// <param name="Width">Horizontal part, above zero.</param>
/// <param name="Height">Vertical part, above zero.</param>
[JsonConverter(typeof(AspectRatioJsonConverter))]
public readonly record struct AspectRatio(int Width, int Height) : IParsable<AspectRatio>
{
    /// <summary>9:16, the shape of phones.</summary>
    public static AspectRatio Portrait { get; } = new(9, 16);

    /// <summary>16:9, the shape of television.</summary>
    public static AspectRatio Landscape { get; } = new(16, 9);

    /// <summary>1:1.</summary>
    public static AspectRatio Square { get; } = new(1, 1);

    /// <summary>Width divided by height.</summary>
    public decimal Value => (decimal)Width / Height;

    /// <summary>Whether both shapes differ by less than one percent, so that 1280:720 and 16:9 are the same.</summary>
    public bool IsSameShapeAs(AspectRatio other) => Math.Abs((Value / other.Value) - 1) < 0.01m;

    /// <inheritdoc/>
    public static AspectRatio Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var ratio) ? ratio : throw new FormatException($"'{s}' is not an aspect ratio; write it as width:height, for example 9:16.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AspectRatio result)
    {
        result = default;
        var parts = s?.Split(':', 'x') ?? [];
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || width == 0 || height == 0)
        {
            return false;
        }

        result = new AspectRatio(width, height);
        return true;
    }

    /// <summary>The form <c>9:16</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}:{Height}");
}
