using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Assets;

/// <summary>Says what is wrong with <see cref="AssetOptions"/>, with path and fix.</summary>
internal sealed class AssetOptionsValidator : IValidateOptions<AssetOptions>
{
    public ValidateOptionsResult Validate(string? name, AssetOptions options) =>
        string.IsNullOrWhiteSpace(options.Path) ? Fail("is empty")
        : options.Path.Contains('\0', StringComparison.Ordinal) ? Fail("holds a character that no folder can have")
        : options.Retention.MaxAge <= TimeSpan.Zero ? ValidateOptionsResult.Fail("VideoGeneration:Assets:Retention:MaxAge: must be above zero; leave it out to keep files for ever.")
        : options.Retention.MaxTotalBytes < 0 ? ValidateOptionsResult.Fail("VideoGeneration:Assets:Retention:MaxTotalBytes: must not be negative; leave it out to keep every file.")
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string fault) =>
        ValidateOptionsResult.Fail($"VideoGeneration:Assets:Path: {fault}; name a folder such as assets, or leave the key out.");
}
