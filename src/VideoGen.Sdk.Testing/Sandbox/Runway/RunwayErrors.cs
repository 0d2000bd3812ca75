using System.Globalization;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Runway's refusals: one sentence, and for bodies the list of issues.</summary>
internal static class RunwayErrors
{
    private const string Docs = "https://docs.dev.runwayml.com/api";

    public static Reply Of(int status, string error) => Reply.Json(status, new JsonObject { ["error"] = error });

    public static Reply NoTask() => Of(404, "Could not find Task");

    public static Reply Body(params IEnumerable<Violation> violations) => Reply.Json(400, new JsonObject
    {
        ["error"] = "Validation of body failed",
        ["issues"] = new JsonArray([.. violations.Select(Issue)]),
        ["docUrl"] = Docs,
    });

    public static RefusedException Wrong(string path, string message) => new(Body(new Violation(path, Fault.Value, message)));

    private static JsonObject Issue(Violation violation) => new()
    {
        ["code"] = violation.Fault switch
        {
            Fault.Unknown => "unrecognized_keys",
            Fault.Missing or Fault.Type => "invalid_type",
            Fault.TooSmall => "too_small",
            Fault.TooBig => "too_big",
            _ => "invalid_value",
        },
        ["message"] = $"{violation.LastName} {violation.Message}",
        ["path"] = new JsonArray([.. violation.Steps.Select(Step)]),
    };

    private static JsonNode Step(string step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? index : step;
}
