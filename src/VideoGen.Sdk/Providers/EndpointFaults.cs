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

    // The id of an account is kling/default or kling/eu.
    private static string PathOf(string id, string property)
    {
        var (vendor, account) = (id.Split('/')[0], id.Split('/')[^1]);
        return account == AccountName.Default ? $"VideoGeneration:Providers:{vendor}:{property}" : $"{AccountName.ListOf(vendor)}:{account}:{property}";
    }
}
