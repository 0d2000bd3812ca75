using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Says the faults of <see cref="ContentOptions"/>, with path and fix.</summary>
internal sealed class ContentOptionsValidator : IValidateOptions<ContentOptions>
{
    public ValidateOptionsResult Validate(string? name, ContentOptions options) => options.VideoRatio is >= 0 and <= 1
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(FormattableString.Invariant($"VideoGeneration:Content:VideoRatio: {options.VideoRatio} is out of range; use a share from 0 to 1, such as 0.6."));
}
