using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>The columns of a line.</summary>
internal static class LineFields
{
    public static ExportField<AttemptLine>[] All { get; } =
    [
        new("jobId", line => line.Key.JobId),
        new("attempt", line => (long)line.Key.Number),
        new("clientReference", line => line.ClientReference),
        new("remoteId", line => line.RemoteId),
        new("provider", line => line.Provider),
        new("account", line => line.Account),
        new("model", line => line.Model),
        new("tenant", line => line.Tenant),
        new("campaign", line => line.Campaign),
        new("tags", line => line.Tags),
        new("state", line => line.State),
        new("outcome", line => line.Outcome),
        new("reservedUsd", line => line.ReservedUsd),
        new("chargedUsd", line => line.ChargedUsd),
        new("source", line => line.Source),
        new("lengthSeconds", line => line.Length is { } length ? length.Ticks / (decimal)TimeSpan.TicksPerSecond : null),
        new("reservedAt", line => line.ReservedAt),
        new("startedAt", line => line.StartedAt),
        new("settledAt", line => line.SettledAt),
        new("flag", line => line.Flag),
    ];
}
