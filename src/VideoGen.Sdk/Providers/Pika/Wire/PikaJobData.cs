using System.Text.Json;

namespace VideoGen.Sdk.Providers.Pika.Wire;

/// <summary>A create's answer, a job, or a refusal: one bag, because a create may come back as a failed job under HTTP 403. Loose on purpose: a paid id must not be lost over another member.</summary>
internal sealed record PikaJobData(JsonElement? Id, JsonElement? Status, JsonElement? Output, JsonElement? Error, JsonElement? Code, JsonElement? Message);
