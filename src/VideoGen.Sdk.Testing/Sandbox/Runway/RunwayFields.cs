using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Fields that several models share.</summary>
internal static class RunwayFields
{
    // Client 4.17.1 lowered data URIs for every kind of media to 5 MB.
    private const int LongestDataUri = 5 * 1024 * 1024 * 4 / 3;
    private const int LongestUrl = 2048;

    public static Rule Seed { get; } = May.Whole(0, uint.MaxValue);

    public static Rule Uri { get; } = May.Test(Complaint);

    public static Rule Moderation { get; } = May.Hold(("publicFigureThreshold", May.OneOf("auto", "low")));

    public static Rule ProresProfile { get; } = May.OneOf("422", "4444", "422 Proxy", "422 LT", "422 HQ", "4444 XQ");

    /// <summary>The vendor takes the heights in either case.</summary>
    public static Rule Height(params string[] heights) => May.OneOf([.. heights, .. heights.Select(h => h.ToUpperInvariant())]);

    public static Rule Ratio(params string[] ratios) => May.OneOf(ratios);

    public static Rule Seconds(int least, int most) => May.Whole(least, most);

    public static Rule SecondsOrAuto(int least, int most) => May.Either(May.Whole(least, most), May.OneOf("auto"));

    public static Rule Prompt(int most) => May.Text(1, most);

    /// <summary>A picture, or pictures with their places; an entry without a place is a style reference.</summary>
    public static Rule Image(bool last, bool reference)
    {
        Rule position = last ? May.OneOf("first", "last") : May.OneOf("first");
        return May.Either(Uri, May.List(May.Hold(("uri", Uri.Needed()), ("position", reference ? position : position.Needed())), 1, reference ? 30 : last ? 2
            : 1));
    }

    public static Rule Media(int most) => May.List(May.Hold(("uri", Uri.Needed()), ("type", May.OneOf("image", "video", "audio"))), 0, most);

    private static string? Complaint(string text)
    {
        if (text.StartsWith("data:", StringComparison.Ordinal))
        {
            return text.Length <= LongestDataUri ? null : "data URIs must not exceed 5 MB";
        }

        if (text.StartsWith("runway://", StringComparison.Ordinal))
        {
            return null; // looked up among the uploads later
        }

        return System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == System.Uri.UriSchemeHttps && uri.HostNameType == UriHostNameType.Dns
            && text.Length <= LongestUrl
            ? null : "must be an https URL with a host name, a runway:// upload or a data URI";
    }
}
