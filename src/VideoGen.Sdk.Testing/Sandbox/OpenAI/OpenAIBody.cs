using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>A create's body, whether it came as JSON or as a form.</summary>
internal static class OpenAIBody
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp"];

    public static async Task<JsonObject> ReadAsync(HttpContext http, IVendor vendor)
    {
        if (!http.Request.HasFormContentType)
        {
            return await http.ObjectAsync(vendor).ConfigureAwait(false);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        var body = new JsonObject();
        foreach (var (name, value) in form)
        {
            body[name] = value.ToString();
        }

        foreach (var file in form.Files)
        {
            OpenAIErrors.Demand(file.Name == "input_reference", file.Name, "no file is expected here");
            OpenAIErrors.Demand(Pictures.Contains(file.ContentType), "input_reference", "must be a jpeg, png or webp picture");
            body["input_reference"] = new JsonObject { ["file_id"] = "form" };
        }

        return body;
    }
}
