using System.Text.Json;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>An alert as JSON. Receivers may rely on these names.</summary>
internal static class AlertBody
{
    public static byte[] Write(BudgetAlert alert)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", alert.Id);
            json.WriteString("type", "budget.alert");
            json.WriteString("kind", alert.Kind.ToString());
            json.WriteString("at", alert.At);
            json.WriteString("scope", alert.Scope.Kind.ToString());
            Write(json, "scope_value", alert.Scope.Value);
            Write(json, "limit", alert.LimitName);
            Write(json, "percent", alert.Percent);
            Write(json, "limit_usd", alert.LimitUsd);
            json.WriteNumber("used_usd", alert.UsedUsd);
            Write(json, "period_starts_at", alert.PeriodStartsAt);
            Write(json, "period_ends_at", alert.PeriodEndsAt);
            Write(json, "job_id", alert.Attempt?.JobId);
            Write(json, "attempt", alert.Attempt?.Number);
            json.WriteString("message", alert.Message);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time);
        }
    }
}
