namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>One request of the SDK to the sandbox, as soon as it was answered.</summary>
internal sealed record VendorCall(string Method, string Path)
{
    public bool IsStatus => Method == "GET" && (Path.EndsWith("/tasks", StringComparison.Ordinal) || Path.EndsWith("/status", StringComparison.Ordinal)
        || Path.StartsWith("/heygen/v3/videos/", StringComparison.Ordinal) || Path.StartsWith("/heygen/v3/models/videos/", StringComparison.Ordinal)
        || (Path.StartsWith("/openai/v1/videos/", StringComparison.Ordinal) && !Path.EndsWith("/content", StringComparison.Ordinal)));

    public bool IsSubmit => Method == "POST";
}
