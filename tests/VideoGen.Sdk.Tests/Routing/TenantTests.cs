using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Routing;

/// <summary>One tenant's video is never made with another's key.</summary>
public sealed class TenantTests
{
    [Theory]
    [InlineData(null, "shared")]
    [InlineData("acme", "acme")]
    [InlineData("globex", "globex")]
    [InlineData("nobody", "shared")]
    [InlineData("ACME", "shared")]
    public async Task A_tenant_is_served_by_its_own_account_and_everyone_else_by_the_shared_one(string? tenant, string account)
    {
        await using var world = Accounts("shared:", "acme:acme", "globex:globex");
        var result = await world.StartProcess().GenerateAsync(A.Request with { Tenant = tenant });

        Assert.Equal(account, result.Account);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tenant_whose_own_account_fails_or_is_off_never_spends_on_another(bool isOff)
    {
        await using var world = Accounts("shared:", "acme:acme", "globex:globex");
        world.Provider("acme").Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.OutOfCredit);
        world.Account("acme").Enabled = !isOff;

        var (_, failure) = await world.StartProcess().TryGenerateAsync(A.Request with { Tenant = "acme" });

        Assert.IsType(isOff ? typeof(Sdk.Routing.NoCandidateException) : typeof(AllProvidersFailedException), failure);
        Assert.Equal(0, world.Provider("shared").Vendor.Posts + world.Provider("globex").Vendor.Posts);
        Assert.DoesNotContain("globex has", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_account_that_is_open_to_all_stands_in_for_a_tenants_own()
    {
        await using var world = Accounts("acme:acme", "shared:*");
        world.Provider("acme").Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.OutOfCredit);

        Assert.Equal("shared", (await world.StartProcess().GenerateAsync(A.Request with { Tenant = "acme" })).Account);
    }

    [Fact]
    public async Task An_account_of_another_tenant_is_refused_by_name()
    {
        await using var world = Accounts("shared:", "acme:acme", "globex:globex");
        var process = world.StartProcess();

        var refused = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(A.Request with { Tenant = "globex", PreferredProviders = ["scripted/acme"] }));
        Assert.Contains("belongs to other tenants", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(A.Request with { PreferredProviders = ["scripted/acme"] }));
        Assert.Equal(0, world.Vendors.Sum(v => v.Posts));
    }

    [Fact]
    public async Task An_account_given_to_another_tenant_between_plan_and_submit_is_not_used()
    {
        await using var world = Accounts("acme:acme", "later:globex");
        world.Account("later").Tenants.Clear();
        world.Account("acme").Tenants.Clear();
        var process = world.StartProcess();
        world.Account("acme").Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromMinutes(1) });
        world.Provider("acme").Vendor.OnSubmit = _ => Task.CompletedTask;

        var progress = new Listener(p =>
        {
            if (p.Stage == "Reserve")
            {
                world.Account("acme").Tenants.Add("somebody");
            }
        });
        var result = await process.GenerateAsync(A.Request with { Tenant = "globex" }, progress);

        Assert.Equal("later", result.Account);
        Assert.Equal(0, world.Provider("acme").Vendor.Posts);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_circuit_opens_for_one_account_and_plans_see_it()
    {
        await using var world = Accounts("one:", "two:");
        world.Provider("one").Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.AcceptAndLoseAnswer });
        var process = world.StartProcess();
        await process.TryGenerateAsync(A.Request with { Deadline = TimeSpan.FromSeconds(10) });

        var plan = await process.PlanAsync(A.Request with { IdempotencyKey = null });
        Assert.Equal("two", Assert.Single(plan.Candidates).Account);
        Assert.Contains("left alone until", Assert.Single(plan.Exclusions).Reason, StringComparison.Ordinal);
    }

    private static TestWorld Accounts(params string[] accounts)
    {
        var world = new TestWorld();
        foreach (var (name, tenant) in accounts.Select(a => (a.Split(':')[0], a.Split(':')[1])))
        {
            world.Add(new ScriptedProviderOptions { Account = name }, o =>
            {
                if (tenant.Length > 0)
                {
                    o.Tenants.Add(tenant);
                }
            });
        }

        return world;
    }
}
