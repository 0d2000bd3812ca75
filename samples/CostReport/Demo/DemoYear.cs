using System.Globalization;

namespace CostReport.Demo;

/// <summary>A year that looks like one: it grows, rests on weekends, works by day, fails now and then and goes on elsewhere. The same every time.</summary>
internal sealed class DemoYear(DateTimeOffset until, int entries)
{
    private static readonly string[] Styles = ["cinematic", "anime", "documentary", "trendy", "claymation"];
    private static readonly string[] Trends = ["morning-routine", "street-food", "tiny-homes", "cold-plunge", "book-talk", "thrift-flip", "plant-care", "night-drive"];
    private static readonly string[] Tenants = ["acme", "bluebird", "cobalt", "dune"];
    private static readonly string[] Campaigns = ["spring-launch", "always-on", "summer-sale", "creators", "winter-gifts"];
    private static readonly int Shares = DemoModel.All.Sum(model => model.Share);

    private readonly Random random = new(20260301);

    /// <summary>Attempts in the order of their reservation; each has two entries.</summary>
    public IEnumerable<DemoAttempt> Attempts()
    {
        var (made, job) = (0, 0);
        var (begin, days) = (new DateTimeOffset(until.UtcDateTime.Date, TimeSpan.Zero).AddDays(-364), Days());
        for (var day = 0; day < days.Length; day++)
        {
            var quota = day == days.Length - 1 ? (entries / 2) - made : (int)(entries / 2 * days[day]) - made;
            var at = Instants(begin.AddDays(day), quota);
            for (var i = 0; i < quota;)
            {
                foreach (var attempt in Job(job++, at[i], quota - i))
                {
                    // Kept in order: a second try takes the next instant of its day.
                    yield return attempt with { ReservedAt = at[i++] };
                    made++;
                }
            }
        }
    }

    // Shares of the year up to the end of each day.
    private double[] Days()
    {
        var weights = Enumerable.Range(0, 365)
            .Select(day => (0.5 + (day / 365.0)) * (until.AddDays(day - 365).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.45 : 1) * (0.8 + (random.NextDouble() * 0.4)))
            .ToArray();
        var (sum, total) = (0.0, weights.Sum());
        return [.. weights.Select(weight => (sum += weight) / total)];
    }

    private DateTimeOffset[] Instants(DateTimeOffset day, int count)
    {
        var instants = new DateTimeOffset[count];
        var length = Math.Min(24, (until - day).TotalHours);
        for (var i = 0; i < count; i++)
        {
            var hours = random.NextDouble() < 0.8 ? 7 + (random.NextDouble() * 12) : random.NextDouble() * 24;
            instants[i] = day.AddMicroseconds((long)(hours / 24 * length * 3_600_000_000));
        }

        Array.Sort(instants);
        return instants;
    }

    private IEnumerable<DemoAttempt> Job(int number, DateTimeOffset at, int room)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():x12}{number:x8}");
        var trend = Trends[(int)(random.NextDouble() * random.NextDouble() * Trends.Length)];
        string[] tags = [$"style:{Styles[random.Next(Styles.Length)]}", $"trend:{trend}"];
        var (tenant, campaign, seconds) = (Tenants[random.Next(Tenants.Length)], Campaigns[random.Next(Campaigns.Length)], random.Next(3) switch { 0 => 5, 1 => 8, _ => 10 });
        for (var attempt = 1; attempt <= Math.Min(3, room); attempt++)
        {
            var model = Pick();
            var estimate = decimal.Round(model.UsdPerSecond * seconds, 6);
            var (outcome, charged, flag) = End(model, estimate);
            yield return new DemoAttempt
            {
                JobId = id,
                Number = attempt,
                Provider = model.Provider,
                Model = model.Model,
                Tenant = tenant,
                Campaign = campaign,
                Tags = tags,
                ReservedAt = at,
                Took = TimeSpan.FromSeconds(Math.Round(model.Minutes * 60 * Math.Exp((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 0.9), 3)),
                EstimateUsd = estimate,
                ChargedUsd = charged,
                Seconds = seconds,
                Outcome = outcome,
                Flag = flag,
                Views = outcome == "Succeeded" && random.Next(4) == 0 ? (long)(40 * Math.Exp(random.NextDouble() * 4.5) * (1 + Array.IndexOf(Trends, trend) % 3)) : null,
            };
            if (outcome is "Succeeded" or null)
            {
                break;
            }
        }
    }

    private (string? Outcome, decimal ChargedUsd, string? Flag) End(DemoModel model, decimal estimate)
    {
        var dice = random.NextDouble();
        if (dice < model.Success)
        {
            return random.Next(4000) == 0 ? ("Succeeded", estimate * 3, $"above the estimate of {estimate.ToString(CultureInfo.InvariantCulture)} USD") : ("Succeeded", estimate, null);
        }

        return random.Next(10) switch
        {
            0 => (null, 0m, null),
            < 4 => ("Rejected", 0m, null),
            < 7 => ("Failed", estimate, null),
            _ => ("Failed", 0m, null),
        };
    }

    private DemoModel Pick()
    {
        var place = random.Next(Shares);
        return DemoModel.All.First(model => (place -= model.Share) < 0);
    }
}
