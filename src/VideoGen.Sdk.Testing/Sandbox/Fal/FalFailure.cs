using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>Why a request ended without output, as its status, its result and its webhook tell it.</summary>
internal sealed record FalFailure(int Status, string Type, string Message, JsonNode Detail)
{
    public bool IsInfrastructure { get; init; }
    public bool IsRetryable { get; init; }
    public bool IsUserTimeout { get; init; }

    public static FalFailure Moderated() => OfModel(422, "content_policy_violation",
        "The content could not be processed because it contained material flagged by a content checker.", retryable: false);

    public static FalFailure Crashed() => OfModel(500, "internal_server_error", "Internal server error", retryable: true);

    public static FalFailure Input(JsonArray errors) => new(422, "validation_error", "Invalid status code: 422", errors.DeepClone());

    public static FalFailure Cancelled() => Infrastructure(499, "client_cancelled", "Request was cancelled by the client");

    public static FalFailure Waited() => Infrastructure(504, "request_timeout", "Request did not start in time") with { IsUserTimeout = true };

    public Reply Result(string requestId)
    {
        var body = new JsonObject { ["detail"] = Detail.DeepClone() };
        if (IsInfrastructure)
        {
            body["error_type"] = Type;
        }

        var reply = Reply.Json(Status, body).WithHeader("x-fal-request-id", requestId);
        reply = IsInfrastructure ? reply.WithHeader("X-Fal-Error-Type", Type) : reply.WithHeader("X-Fal-Retryable", IsRetryable ? "true" : "false");
        return IsUserTimeout ? reply.WithHeader("X-Fal-Request-Timeout-Type", "user") : reply;
    }

    private static FalFailure OfModel(int status, string type, string message, bool retryable) =>
        new(status, type, message, new JsonArray(new JsonObject { ["loc"] = new JsonArray("body", "prompt"), ["msg"] = message,
            ["type"] = type })) { IsRetryable = retryable };

    private static FalFailure Infrastructure(int status, string type, string message) => new(status, type, message, message) { IsInfrastructure = true };
}
