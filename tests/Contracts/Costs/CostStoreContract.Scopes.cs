using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    public static TheoryData<LimitScopeKind> Scopes => [LimitScopeKind.All, LimitScopeKind.Account, LimitScopeKind.Tenant, LimitScopeKind.Campaign];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task A_scope_counts_its_own_attempts_and_no_others(LimitScopeKind kind)
    {
        var scope = kind switch
        {
            LimitScopeKind.All => LimitScope.All,
            LimitScopeKind.Account => LimitScope.Account("kling/default"),
            LimitScopeKind.Tenant => LimitScope.Tenant("acme"),
            _ => LimitScope.Campaign("spring"),
        };
        Limit[] limits = [.. OneOfEach.Select(limit => limit with { Scope = scope, Amount = 3m })];
        var inside = Ask.For("a", 1.5m, limits) with { Tenant = "acme", Campaign = "spring" };
        HoldRequest[] outside =
        [
            Ask.For("b", 50m) with { Provider = "pika" }, Ask.For("c", 50m) with { Account = "second" }, Ask.For("d", 50m) with { Tenant = "other" },
            Ask.For("e", 50m) with { Campaign = "autumn", Tenant = "other" },
        ];
        foreach (var request in outside.Where(request => !request.IsIn(scope)))
        {
            await HoldAsync(request);
        }

        await HoldAsync(inside);
        await HoldAsync(inside.Attempt(2));

        var refusals = await RefusalsAsync(inside.Attempt(3));
        Assert.Equal(["video", "hour", "day", "month", "open"], refusals.Select(refusal => refusal.Limit.Name));
        Assert.All(refusals, refusal => Assert.Equal(0m, refusal.Available));
    }

    [Fact]
    public async Task A_limit_binds_no_attempt_outside_its_scope()
    {
        Limit[] others = [Ask.Usd(0m, Ask.Day, LimitScope.Tenant("acme")), Ask.Places(0, Ask.Minute, LimitScope.Account("kling/second"))];

        await HoldAsync(Ask.For("a", 5m, others) with { Tenant = "other" });
    }

    [Fact]
    public async Task Scopes_of_the_same_name_are_not_confused()
    {
        var everywhere = Ask.For("a", 5m) with { Tenant = "kling/default", Campaign = "kling/default" };
        await HoldAsync(Ask.For("b", 5m));

        await HoldAsync(everywhere with { Limits = [Ask.Usd(5m, Ask.Day, LimitScope.Tenant("kling/default")), Ask.Usd(5m, Ask.Day, LimitScope.Campaign("kling/default"))] });

        Assert.Equal(2m, (await RefusalAsync(Ask.For("c", 5m, Ask.Usd(12m, Ask.Day, LimitScope.Account("kling/default"))))).Available);
    }

    [Fact]
    public async Task The_sum_per_video_counts_only_attempts_of_its_scope()
    {
        var account = Ask.Usd(5m, Ask.Video, LimitScope.Account("pika/default"));
        await HoldAsync(Ask.For("a", 4m));

        await HoldAsync((Ask.For("a", 5m, account) with { Provider = "pika" }).Attempt(2));
        Assert.Equal(0m, (await RefusalAsync((Ask.For("a", 1m, account) with { Provider = "pika" }).Attempt(3))).Available);
    }
}
