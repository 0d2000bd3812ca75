using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>What handlers read off a request.</summary>
internal static class Requests
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Route(this HttpContext http, string name) => Uri.UnescapeDataString(http.Request.RouteValues[name]?.ToString() ?? "");

    public static string? Query(this HttpContext http, string name) => http.Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public static string? Header(this HttpContext http, string name) => http.Request.Headers[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    /// <summary>The credential behind a scheme word, or null.</summary>
    public static string? Credential(this HttpContext http, string scheme) =>
        AuthenticationHeaderValue.TryParse(http.Header("Authorization"), out var value)
        && string.Equals(value.Scheme, scheme, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(value.Parameter) ? value.Parameter : null;

    public static string Origin(this HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    public static async Task<byte[]> BytesAsync(this HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted).ConfigureAwait(false);
        return buffer.ToArray();
    }

    /// <summary>The body as a JSON object, or the vendor's refusal.</summary>
    public static async Task<JsonObject> ObjectAsync(this HttpContext http, IVendor vendor) =>
        Parse(await http.BytesAsync().ConfigureAwait(false)) ?? throw new RefusedException(vendor.Unreadable());

    public static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a body to its end without keeping it, and says how long it was.</summary>
    public static async Task<long> MeasureAsync(this Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        long length = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
        }

        return length;
    }
}
