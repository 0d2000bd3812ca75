using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>Pika's request errors are one sentence, with a code where there is one.</summary>
internal static class PikaErrors
{
    public static Reply Of(int status, string message, string? code = null)
    {
        var body = new JsonObject { ["message"] = message };
        if (code is not null)
        {
            body["code"] = code;
        }

        return Reply.Json(status, body);
    }

    public static Reply Invalid(string message) => Of(422, message, "invalid_input");

    public static Reply NotFound() => Of(404, "Not found");
}
