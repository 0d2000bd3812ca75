using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says what is wrong with <see cref="CallbackOptions"/>, with path and fix: found at start, it costs no hold.</summary>
internal sealed class CallbackOptionsValidator : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options) =>
        options.PublicUrl is null || (options.PublicUrl.IsAbsoluteUri && (options.PublicUrl.Scheme == Uri.UriSchemeHttps || options.PublicUrl.Scheme == Uri.UriSchemeHttp))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"VideoGeneration:Webhooks:PublicUrl: '{options.PublicUrl}' is no absolute http or https address; write one such as https://app.example/videogen/webhooks, or leave the key out.");
}
