using System.Text.Json;

namespace VideoGen.Sdk.Providers.Fal.Wire;

/// <summary>Both shapes of an error: <c>detail</c> is a list where the model speaks and a text where the platform does; older endpoints mix them.</summary>
internal sealed record FalErrorData(JsonElement? Detail, JsonElement? ErrorType);
