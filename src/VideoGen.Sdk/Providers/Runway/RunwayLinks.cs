namespace VideoGen.Sdk.Providers.Runway;

/// <summary>What Runway fetches: https with a host's name and at most 2048 characters, its own uploads, and small <c>data:</c> addresses.</summary>
internal static class RunwayLinks
{
    private const int LongestLink = 2048;

    // 5 MB of bytes; base64 makes four characters of three bytes. Client 4.17.1 lowered it from 16 MB for video and sound.
    private const int LongestInline = 5_000_000 / 3 * 4;

    public static void Demand(Uri link)
    {
        var isFit = link.IsAbsoluteUri && link.Scheme switch
        {
            "https" => link.HostNameType == UriHostNameType.Dns && link.OriginalString.Length <= LongestLink,
            "runway" => true,
            "data" => link.OriginalString.Length <= LongestInline,
            _ => false,
        };
        if (!isFit)
        {
            throw RunwayFault.Of(ProviderFailureKind.NotSupported, "Runway fetches inputs by https from hosts with a name, in links up to 2048 characters; hand in the file itself");
        }
    }
}
