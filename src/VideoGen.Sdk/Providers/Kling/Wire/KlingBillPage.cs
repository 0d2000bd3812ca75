using System.Text.Json;

namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingBillPage(KlingBillResult? Result, string? NextCursor, bool? HasMore);

internal sealed record KlingBillResult(IReadOnlyList<KlingBillRow>? Detail);

internal sealed record KlingBillRow(string? TaskId, JsonElement? DeductionAmount, long? DeductionTime, string? Currency);

internal sealed record KlingBillAsk(string? Cursor, int Limit);
