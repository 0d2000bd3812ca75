using Microsoft.Extensions.Options;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The address that a vendor may report to; its last segment is the client reference, so that a callback recovers even a lost remote id.</summary>
internal sealed class CallbackUrls(IOptionsMonitor<CallbackOptions> options)
{
    public Uri? For(Attempt attempt) => options.CurrentValue.PublicUrl is { } root
        ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/{attempt.Provider}/{attempt.Account}/{attempt.ClientReference}")
        : null;
}
