namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Endpoint ids: owner, app, and below them whatever the app likes.</summary>
internal static class FalModels
{
    // These two stand before the owner (official clients, 2026-08).
    private static readonly string[] Namespaces = ["workflows", "comfy"];

    public static bool IsPika(string model) => model.StartsWith("fal-ai/pika/", StringComparison.Ordinal);

    public static bool IsPikaframes(string model) => IsPika(model) && model.EndsWith("/pikaframes", StringComparison.Ordinal);

    public static bool IsPikascenes(string model) => IsPika(model) && model.EndsWith("/pikascenes", StringComparison.Ordinal);

    public static bool TakesRatio(string model) => !IsPika(model) || IsPikascenes(model) || (model.EndsWith("/text-to-video", StringComparison.Ordinal) && !model.Contains("/v2.5/", StringComparison.Ordinal));

    /// <summary>The path of a submit.</summary>
    public static string Path(string model)
    {
        var parts = model.Split('/');
        return parts.Length >= 2 && Array.TrueForAll(parts, IsPart) ? "/" + model : throw FalErrors.Refuse("A model on fal is written as owner/app, and what may follow: fal-ai/pika/v2.2/text-to-video.");
    }

    /// <summary>The path of an accepted request. It holds only owner and app; what stood below them in the submit is gone.</summary>
    public static string RequestPath(RemoteJob job)
    {
        var parts = job.Route.Split('?')[0].Trim('/').Split('/');
        return $"/{string.Join('/', parts.Take(Namespaces.Contains(parts[0]) ? 3 : 2))}/requests/{Uri.EscapeDataString(job.RemoteId)}";
    }

    private static bool IsPart(string part) => part.Trim('.').Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
