using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>One generated call; the dice decide everything that is not named.</summary>
internal sealed record CostCall(CostCallKind Kind, int Job, int Number, int MicroUsd, int Dice)
{
    private static readonly Limit[] Palette =
    [
        Ask.Usd(9m, Ask.Video), Ask.Places(2, Ask.Video), Ask.Usd(12m, Ask.Hour), Ask.Usd(8m, Ask.Day, LimitScope.Account("pika/default")), Ask.Places(3, Ask.Day),
        Ask.Usd(30m, new LimitWindow.Month(Zones.Alps)), Ask.Usd(10m, new LimitWindow.Day(Zones.Alps), LimitScope.Tenant("acme")), Ask.Places(2, Ask.Minute),
        Ask.Places(4, Ask.Hour, LimitScope.Account("kling/default")), Ask.Places(2, Ask.WhileOpen), Ask.Usd(14m, Ask.WhileOpen),
        Ask.Places(1, Ask.WhileOpen, LimitScope.Campaign("spring")), Ask.Usd(0m, Ask.Minute, LimitScope.Tenant("other")), Ask.Places(0, Ask.Hour, LimitScope.Tenant("other")),
    ];

    /// <summary>Asked after every call: each limit, by an attempt of its own.</summary>
    public static HoldRequest[] Probes { get; } =
        [.. Palette.Select((limit, index) => Ask.For("probe", 6m, limit) with
        {
            Provider = limit.Scope.Value?.StartsWith("pika", StringComparison.Ordinal) == true ? "pika" : "kling",
            Tenant = limit.Scope.Kind is LimitScopeKind.Tenant ? limit.Scope.Value : null,
            Campaign = limit.Scope.Kind is LimitScopeKind.Campaign ? limit.Scope.Value : null,
            Key = new AttemptKey(limit.Window is LimitWindow.Video ? "job-0" : "probe", 100 + index),
        })];

    public AttemptKey Key => new($"job-{Job}", Number);

    public decimal Usd => MicroUsd / 1_000_000m;

    public AttemptOutcome Outcome => (AttemptOutcome)(Dice % 5);

    /// <summary>Mostly the attempt's own, sometimes that of an owner that came before.</summary>
    public string ClientReference => Dice % 4 == 0 ? "somebody-else" : Request.ClientReference;

    public TimeSpan Wait => (Dice % 4) switch
    {
        0 => TimeSpan.FromSeconds(30),
        1 => TimeSpan.FromMinutes(Dice % 90),
        2 => TimeSpan.FromHours(Dice % 30),
        _ => TimeSpan.FromMicroseconds(Dice % 3),
    };

    public HoldRequest Request => Ask.For(Key.JobId, Usd, [.. Palette.Where((_, index) => (Dice >> index & 1) == 1)]) with
    {
        Key = Key,
        Provider = Dice % 3 == 0 ? "pika" : "kling",
        Tenant = (Dice % 5) switch { 0 => null, 1 => "other", _ => "acme" },
        Campaign = Dice % 7 < 3 ? "spring" : null,
        LongestRun = TimeSpan.FromMinutes(Dice % 2 == 0 ? 10 : 120),
    };

    public Task<AttemptLine> StepAsync(ICostStore store, CancellationToken cancellationToken) => Kind switch
    {
        CostCallKind.Start => store.StartAsync(Key, cancellationToken),
        CostCallKind.Raise => store.RaiseAsync(Key, Usd, "raise", cancellationToken),
        CostCallKind.Settle =>
            store.SettleAsync(Key, new Settlement { ChargeUsd = Usd, Outcome = Outcome, Source = ChargeSource.Vendor }, cancellationToken),
        CostCallKind.Release => store.ReleaseAsync(Key, Outcome, "release", cancellationToken),
        CostCallKind.Doubt => store.MarkUnverifiedAsync(Key, "doubt", cancellationToken),
        CostCallKind.Withdraw => store.WithdrawAsync(Key, ClientReference, "withdraw", cancellationToken),
        CostCallKind.Verify => store.MarkVerifiedAsync(Key, "remote", cancellationToken),
        _ => store.CorrectAsync(Key, Usd, ChargeSource.Person, "correct", cancellationToken),
    };
}
