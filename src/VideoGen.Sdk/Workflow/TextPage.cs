using System.Net.Mime;

namespace VideoGen.Sdk.Workflow;

/// <summary>Tells the page of a proxy, a login or an error from a video. No container of videos or pictures begins like markup or JSON.</summary>
internal static class TextPage
{
    /// <summary>Whether this MIME type is one of pages rather than files.</summary>
    public static bool IsIt(string? contentType) =>
        contentType is not null && (contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || new[] { MediaTypeNames.Application.Json, MediaTypeNames.Application.Xml, "application/xhtml+xml", MediaTypeNames.Application.ProblemJson }
                .Any(t => contentType.StartsWith(t, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a file that begins like this is a page.</summary>
    public static bool IsIt(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith("\uFEFF"u8) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'<' or (byte)'{';
    }
}
