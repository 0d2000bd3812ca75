using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.S3;

/// <summary>Says every fault of <see cref="S3Options"/>, each with path and fix, and never a secret.</summary>
internal sealed partial class S3OptionsValidator : IValidateOptions<S3Options>
{
    public const string Section = "VideoGeneration:Assets:S3";

    public ValidateOptionsResult Validate(string? name, S3Options options)
    {
        List<string> faults = [.. Faults(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(S3Options options)
    {
        if (!BucketName().IsMatch(options.Bucket ?? ""))
        {
            yield return $"{Section}:Bucket: name a bucket of 3 to 63 lower-case letters, digits, dots and dashes.";
        }

        if (string.IsNullOrWhiteSpace(options.AccessKeyId) != string.IsNullOrWhiteSpace(options.SecretAccessKey))
        {
            yield return $"{Section}: set AccessKeyId and SecretAccessKey together, or neither to use the AWS SDK's own chain.";
        }

        if (options.ServiceUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http")))
        {
            yield return $"{Section}:ServiceUrl: must be an absolute http or https address.";
        }

        if (!PrefixName().IsMatch(options.Prefix ?? ""))
        {
            yield return $"{Section}:Prefix: must be empty or folders of [A-Za-z0-9._-] that end with /, such as app/.";
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z")]
    private static partial Regex BucketName();

    [GeneratedRegex("^([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,10}\\z")]
    private static partial Regex PrefixName();
}
