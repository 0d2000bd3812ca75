using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says what is wrong with <see cref="CallbackOptions"/>, with path and fix: found at start, it costs no hold.</summary>
internal sealed class CallbackOptionsValidator : IValidateOptions<CallbackOptions>
{
    private const string Path = "VideoGeneration:Webhooks:PublicUrl";

    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        if (options.PublicUrl is not { } url)
        {
            return ValidateOptionsResult.Success;
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            return ValidateOptionsResult.Fail($"{Path}: '{url}' is no absolute http or https address; write one such as https://app.example/videogen/webhooks, or leave the key out.");
        }

        // Provider, account and client reference are appended as path; behind a '?' or '#' they would reach no route. The text itself may hold a token.
        return url.OriginalString.AsSpan().IndexOfAny('?', '#') < 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{Path}: has a query or a fragment, and each callback's own path is appended at the end; write the address without '?' and '#', such as https://app.example/videogen/webhooks.");
    }
}
