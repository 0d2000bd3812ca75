namespace VideoGen.Sdk.Providers;

/// <summary>What can be wrong with the options that most vendors share, each fault with path and fix.</summary>
internal static class EndpointFaults
{
    public static IEnumerable<string> OfAddress(string id, string property, Uri? address)
    {
        if (address is not null && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
        {
            yield return $"{PathOf(id, property)}: '{address}' is no absolute http or https address; leave it out to use the vendor's own.";
        }
    }

    /// <summary>Origins are matched whole, so what is more than one would never match and look as if it did.</summary>
    public static IEnumerable<string> OfOrigins(string id, string property, IEnumerable<Uri> origins) => origins
        .Select((origin, i) => IsOrigin(origin) ? null : $"{PathOf(id, $"{property}:{i}")}: this is no origin; write scheme, host and port alone, such as http://minio.internal:9000.")
        .OfType<string>();

    public static IEnumerable<string> OfSubmitDeadline(string id, TimeSpan deadline) =>
        Range(id, "SubmitDeadline", deadline >= TimeSpan.FromSeconds(1) && deadline <= TimeSpan.FromHours(1), deadline, "00:00:01 to 01:00:00");

    public static IEnumerable<string> Range(string id, string property, bool isGood, object? value, string fix)
    {
        if (!isGood)
        {
            yield return $"{PathOf(id, property)}: {value} is out of range; use {fix}.";
        }
    }

    /// <summary>Values that become headers: a line break in one would write a header of its own.</summary>
    public static IEnumerable<string> OfHeader(string id, string property, string? value)
    {
        if (value is not null && value.Any(c => char.IsControl(c) || c > 126))
        {
            yield return $"{PathOf(id, property)}: holds characters that no header may hold; use plain letters, digits and signs.";
        }
    }

    private static bool IsOrigin(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && Uri.CheckHostName(address.IdnHost) != UriHostNameType.Unknown;

    // The id of an account is kling/default or kling/eu.
    private static string PathOf(string id, string property)
    {
        var (vendor, account) = (id.Split('/')[0], id.Split('/')[^1]);
        return account == AccountName.Default ? $"VideoGeneration:Providers:{vendor}:{property}" : $"{AccountName.ListOf(vendor)}:{account}:{property}";
    }
}
