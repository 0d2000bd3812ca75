using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>An answer that has been decided but not sent: a fault may still drop or maim it.</summary>
internal sealed record Reply(int Status, string? Body)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>For answers that are not JSON, such as files: writes the whole response itself.</summary>
    public Func<HttpContext, Task>? Write { get; init; }

    public static Reply Json(int status, JsonNode body) => new(status, body.Written());

    public static Reply Empty(int status) => new(status, null);

    public static Reply Written(Func<HttpContext, Task> write) => new(200, null) { Write = write };

    public Reply WithHeader(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    public Reply CutShort() => this with { Body = Body is { Length: > 1 } body ? body[..(body.Length / 2)] : "{" };

    public async Task SendAsync(HttpContext http)
    {
        if (Write is not null)
        {
            await Write(http).ConfigureAwait(false);
            return;
        }

        http.Response.StatusCode = Status;
        if (Body is not null)
        {
            http.Response.ContentType = ContentType;
        }

        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (Body is { Length: > 0 })
        {
            var bytes = Encoding.UTF8.GetBytes(Body);
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes).ConfigureAwait(false);
        }
    }
}
