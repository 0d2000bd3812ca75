using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Fills what every account of every vendor has, from the section that the vendor's own options come from.</summary>
internal sealed class AccountOptionsSetup(IConfiguration? configuration) : IConfigureNamedOptions<ProviderAccountOptions>
{
    public void Configure(string? name, ProviderAccountOptions options)
    {
        if (configuration is not null && AccountName.SectionOf(name) is { } path)
        {
            SectionReading.Read(name, typeof(ProviderAccountOptions), () => configuration.GetSection(path).Bind(options));
        }
    }

    public void Configure(ProviderAccountOptions options) => Configure(Options.DefaultName, options);
}
