namespace VideoGen.Sdk.Workflow;

/// <summary>Where vendors may report to. Bound from <c>VideoGeneration:Webhooks</c>.</summary>
public sealed class CallbackOptions
{
    /// <summary>Public address under which this app receives callbacks, such as <c>https://app.example/videogen/webhooks</c>; null asks for none, and jobs are polled. Without a query or fragment: each callback's own path is appended.</summary>
    public Uri? PublicUrl { get; set; }
}
