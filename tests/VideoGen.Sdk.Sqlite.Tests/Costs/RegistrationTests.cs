using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public sealed class RegistrationTests : CostFileTests
{
    [Fact]
    public async Task UseSqlite_puts_the_ledger_into_the_file_in_place_of_memory()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ICostStore>(new InMemoryCostStore(Clock));
        new Builder(services).UseSqlite(Path);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICostStore>().HoldAsync(For("a", 3m), Token);

        Assert.Equal(3m, (await Store.FindAsync(new AttemptKey("a", 1), Token))!.ReservedUsd);
        Assert.Equal(Clock.GetUtcNow(), (await Store.FindAsync(new AttemptKey("a", 1), Token))!.ReservedAt);
    }

    private sealed record Builder(IServiceCollection Services) : IVideoGenerationBuilder;
}
