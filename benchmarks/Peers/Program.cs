using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using VideoGen.Sdk.Peers.Ours;
using VideoGen.Sdk.Queue;

switch (args[0])
{
    case "sqlite":
        var file = Path.Combine(Directory.CreateTempSubdirectory("rate-").FullName, "x.db");
        var services = new ServiceCollection();
        services.AddVideoGeneration().UseSqlite(file);
        await using (var provider = services.BuildServiceProvider())
        {
            var store = provider.GetRequiredService<IJobStore>();
            for (var i = 0; i < 3; i++)
            {
                var made = await new StoreRate(store).CreateAsync(20_000, 16);
                var drained = await new StoreRate(store).DrainAsync(20_000, 16, 1);
                Console.WriteLine($"sqlite create {made:n0}/s drain {drained:n0}/s");
            }
        }
        break;
    case "memory":
        for (var i = 0; i < 5; i++)
        {
            var store = new InMemoryJobStore(TimeProvider.System);
            var n = int.Parse(args[1]);
            var callers = int.Parse(args[2]);
            var made = await new StoreRate(store).CreateAsync(n, callers);
            var drained = await new StoreRate(store).DrainAsync(n, callers, int.Parse(args[3]));
            Console.WriteLine($"memory create {made:n0}/s drain {drained:n0}/s both {1 / (1 / made + 1 / drained):n0}");
        }
        break;
}
