using System.Text;
using Microsoft.AspNetCore.Http;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>One webhook that reached the app, and what it was answered.</summary>
internal sealed record Mail(string Path, IReadOnlyDictionary<string, string> Headers, string Body, int Status)
{
    public static async Task RecordAsync(HttpContext http, Func<Task> next, Happenings<Mail> all)
    {
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString());
        var path = http.Request.Path.Value!;
        await next();
        all.Add(new Mail(path, headers, body, http.Response.StatusCode));
    }
}
