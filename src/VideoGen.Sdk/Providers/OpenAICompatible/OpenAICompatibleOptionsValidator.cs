using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Says every fault of <see cref="OpenAICompatibleOptions"/>, each with its path and fix.</summary>
internal sealed class OpenAICompatibleOptionsValidator : IValidateOptions<OpenAICompatibleOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenAICompatibleOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("openai", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfHeader(id, "Organization", options.Organization),
            .. EndpointFaults.OfHeader(id, "Project", options.Project),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
