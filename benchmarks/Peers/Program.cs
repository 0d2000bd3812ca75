using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Peers;
using VideoGen.Sdk.Peers.Ours;
using VideoGen.Sdk.Queue;

switch (args[0])
{
    case "sqlite":
        var folder = Directory.CreateTempSubdirectory("rate-").FullName;
        var file = Path.Combine(folder, "x.db");
        var services = new ServiceCollection();
        services.AddVideoGeneration().UseSqlite(file);
        await using (var provider = services.BuildServiceProvider())
        {
            var store = provider.GetRequiredService<IJobStore>();
            for (var i = 0; i < 3; i++)
            {
                Console.WriteLine($"raw {await RawSqlite.DrainAsync(Path.Combine(folder, $"r{i}.db"), 16_000, 16)}");
                var made = await new StoreRate(store).CreateAsync(20_000, 16);
                var drained = await new StoreRate(store).DrainAsync(20_000, 16, 1);
                Console.WriteLine($"sqlite create {made} drain {drained}");
            }
        }
        break;
    case "memory":
        for (var i = 0; i < 6; i++)
        {
            var n = int.Parse(args[1]);
            var callers = int.Parse(args[2]);
            Console.WriteLine($"memory enqueue and claim {await new StoreRate(new InMemoryJobStore(TimeProvider.System)).CreateAndClaimAsync(n, callers, int.Parse(args[3]))}");
        }
        break;
    case "postgres":
        await using (var server = await LocalServer.StartAsync())
        {
            var ours = new ServiceCollection();
            ours.AddVideoGeneration().UsePostgreSql(server.ConnectionString);
            await using var provider = ours.BuildServiceProvider();
            var store = provider.GetRequiredService<IJobStore>();
            foreach (var batch in new[] { 1, 16, 50, 200 })
            {
                Console.WriteLine($"batch {batch} raw {await RawPostgreSql.DrainAsync(server, batch == 1 ? 3_000 : 20_000, batch == 1 ? 16 : 4, batch)}");
                var made = await new StoreRate(store).CreateAsync(10_000, 16);
                Console.WriteLine($"create {made} drain {await new StoreRate(store).DrainAsync(10_000, batch == 1 ? 16 : 4, batch)}");
            }
        }
        break;
    case "reservations":
        // dotnet run --project benchmarks/Peers --configuration Release -- reservations
        await using (var server = await LocalServer.StartAsync())
        {
            var ours = new ServiceCollection();
            ours.AddVideoGeneration().UsePostgreSql(server.ConnectionString);
            await using var provider = ours.BuildServiceProvider();
            var costs = provider.GetRequiredService<ICostStore>();
            await ReservationRate.HoldAsync(costs, 800, 16, "warm");
            for (var run = 0; run < 6; run++)
            {
                if (run == 3)
                {
                    await ReservationRate.FillAsync(server, 500_000);
                    await ReservationRate.HoldAsync(costs, 800, 16, "warm-again");
                }

                var raw = await ReservationRate.RawAsync(server, 6_400, 16);
                var held = await ReservationRate.HoldAsync(costs, 6_400, 16, $"run{run}");
                Console.WriteLine($"{(run < 3 ? "empty" : "a million entries")}: raw hot row {raw}, reservations over 8 limits {held}, ratio {held.PerSecond / raw.PerSecond:0.00}");
            }
        }
        break;
}
