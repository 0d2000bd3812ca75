using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.AzureBlobs;

/// <summary>Says every fault of <see cref="AzureBlobOptions"/>, each with path and fix, and never a secret.</summary>
internal sealed partial class AzureBlobOptionsValidator : IValidateOptions<AzureBlobOptions>
{
    public const string Section = "VideoGeneration:Assets:AzureBlobs";

    public ValidateOptionsResult Validate(string? name, AzureBlobOptions options)
    {
        List<string> faults = [.. Faults(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AzureBlobOptions options)
    {
        var hasConnection = !string.IsNullOrWhiteSpace(options.ConnectionString);
        if (hasConnection == (options.ServiceUri is not null))
        {
            yield return $"{Section}: set ConnectionString or ServiceUri, and not both.";
        }

        if (hasConnection && !IsReadable(options.ConnectionString!))
        {
            yield return $"{Section}:ConnectionString: is not one of a storage account; copy it from the account's access keys.";
        }

        if (options.ServiceUri is { } uri && (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http")))
        {
            yield return $"{Section}:ServiceUri: must be an absolute http or https address.";
        }
        else if (options.ServiceUri is { IsAbsoluteUri: true, Query: "" } && options.Credential is null)
        {
            yield return $"{Section}:ServiceUri: needs a Credential, set in code, or a shared access signature in the address.";
        }

        if (!ContainerName().IsMatch(options.Container ?? ""))
        {
            yield return $"{Section}:Container: must have 3 to 63 lower-case letters, digits and single dashes.";
        }

        if (!PrefixName().IsMatch(options.Prefix ?? ""))
        {
            yield return $"{Section}:Prefix: must be empty or folders of [A-Za-z0-9._-] that end with /, such as app/.";
        }
    }

    private static bool IsReadable(string connectionString)
    {
        try
        {
            _ = new BlobServiceClient(connectionString);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^(?=.{3,63}\\z)[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex ContainerName();

    [GeneratedRegex("^([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,10}\\z")]
    private static partial Regex PrefixName();
}
