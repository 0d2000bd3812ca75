using Microsoft.Extensions.Options;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Reads the overriding catalogues once at start, so that a bad one is a fault among the others.</summary>
internal sealed class CatalogueOptionsValidator : IValidateOptions<CatalogueOptions>, IValidateOptions<PlatformOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogueOptions options) => Read(() => CatalogueFiles.Models(options));

    public ValidateOptionsResult Validate(string? name, PlatformOptions options) => Read(() => CatalogueFiles.Platforms(options));

    private static ValidateOptionsResult Read(Func<object> read)
    {
        try
        {
            _ = read();
            return ValidateOptionsResult.Success;
        }
        catch (InvalidCatalogueException e)
        {
            return ValidateOptionsResult.Fail($"VideoGeneration:Catalogue: {e.Message}");
        }
    }
}
