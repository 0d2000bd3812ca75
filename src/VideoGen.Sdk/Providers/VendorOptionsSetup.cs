using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Fills a vendor's options from the section of the account, and afterwards from the environment what is still missing.</summary>
internal sealed class VendorOptionsSetup<TOptions>(VendorRecipe<TOptions> recipe, IConfiguration? configuration) : IConfigureNamedOptions<TOptions>, IPostConfigureOptions<TOptions>
    where TOptions : class, new()
{
    public void Configure(string? name, TOptions options)
    {
        if (configuration is not null && AccountName.BelongsTo(name, recipe.Vendor) && AccountName.SectionOf(name) is { } path)
        {
            SectionReading.Read(name, typeof(TOptions), () => recipe.Bind(configuration.GetSection(path), options));
        }
    }

    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void PostConfigure(string? name, TOptions options)
    {
        if (AccountName.IsDefaultOf(name, recipe.Vendor))
        {
            recipe.UseEnvironment(options, Read);
        }
    }

    // Configuration first: a .env file is read into it and never into the process.
    private string? Read(string variable) => new[] { configuration?[variable], Environment.GetEnvironmentVariable(variable) }.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();
}
