using System.Buffers.Text;
using System.Text.Json;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>The vocabulary in which vendors' fields are written down.</summary>
internal static class May
{
    public static ShapeRule Hold(params (string Name, Rule Rule)[] members) =>
        new(members.ToDictionary(member => member.Name, member => member.Rule), isOpen: false);

    public static ShapeRule HoldAnything(params (string Name, Rule Rule)[] members) =>
        new(members.ToDictionary(member => member.Name, member => member.Rule), isOpen: true);

    public static ListRule List(Rule item, int least, int most) => new(item, least, most);

    public static EitherRule Either(params Rule[] choices) => new(choices);

    /// <summary>Lengths count UTF-16 units, as the vendors' limits do.</summary>
    public static TestRule Text(int least = 0, int most = int.MaxValue) => new(
        [JsonValueKind.String],
        value => value.GetString()!.Length is var length && length < least ? (Fault.TooSmall, $"must have at least {least} characters")
            : length > most ? (Fault.TooBig, $"must have at most {most} characters") : null);

    public static TestRule OneOf(params string[] words) => new(
        [JsonValueKind.String],
        value => words.Contains(value.GetString()) ? null : (Fault.Value, $"must be one of {string.Join(", ", words)}"));

    public static TestRule Whole(long least = long.MinValue, long most = long.MaxValue) => new(
        [JsonValueKind.Number],
        value => !value.TryGetInt64(out var number) ? (Fault.Type, "must be an integer")
            : number < least ? (Fault.TooSmall, $"must be at least {least}")
            : number > most ? (Fault.TooBig, $"must be at most {most}") : null);

    public static TestRule WholeOf(params int[] numbers) => new(
        [JsonValueKind.Number],
        value => value.TryGetInt64(out var number) && numbers.Contains((int)number) ? null : (Fault.Value, $"must be one of {string.Join(", ", numbers)}"));

    public static TestRule Number(decimal least, decimal most) => new(
        [JsonValueKind.Number],
        value => !value.TryGetDecimal(out var number) || number < least ? (Fault.TooSmall, $"must be at least {least}")
            : number > most ? (Fault.TooBig, $"must be at most {most}") : null);

    public static TestRule Flag() => new([JsonValueKind.True, JsonValueKind.False], _ => null);

    public static TestRule Anything() => new(Enum.GetValues<JsonValueKind>(), _ => null);

    public static TestRule Test(Func<string, string?> complaint) => new(
        [JsonValueKind.String],
        value => complaint(value.GetString()!) is { } message ? (Fault.Value, message) : null);

    /// <summary>A link the vendor could fetch. The sandbox itself speaks plain HTTP on loopback, so such links pass too.</summary>
    public static TestRule Link() => Test(text => IsLink(text) ? null : "must be an https URL");

    public static TestRule LinkOrBase64() => Test(text =>
        text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "must be raw Base64 without a data: prefix"
        : IsLink(text) || Base64.IsValid(text) ? null : "must be a URL or Base64");

    public static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
