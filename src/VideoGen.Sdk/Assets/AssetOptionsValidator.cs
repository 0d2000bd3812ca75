using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Assets;

/// <summary>Says what is wrong with <see cref="AssetOptions"/>, with path and fix.</summary>
internal sealed class AssetOptionsValidator : IValidateOptions<AssetOptions>
{
    public ValidateOptionsResult Validate(string? name, AssetOptions options) =>
        string.IsNullOrWhiteSpace(options.Path) ? Fail("is empty")
        : options.Path.Contains('\0', StringComparison.Ordinal) ? Fail("holds a character that no folder can have")
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string fault) =>
        ValidateOptionsResult.Fail($"VideoGeneration:Assets:Path: {fault}; name a folder such as assets, or leave the key out.");
}
