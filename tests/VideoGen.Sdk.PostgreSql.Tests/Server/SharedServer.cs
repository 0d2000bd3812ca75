using VideoGen.Sdk.PostgreSql.Tests.Server;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace VideoGen.Sdk.PostgreSql.Tests.Server;

/// <summary>One server for the whole run, started by whoever first needs it; each test has schemas of its own on it.</summary>
public sealed class SharedServer : IAsyncDisposable
{
    private readonly Lazy<Task<ServerProcess>> server = new(() => Task.Run(() => ServerProcess.StartAsync()));

    public Task<ServerProcess> GetAsync() => server.Value;

    /// <summary>For contracts whose stores are made in synchronous code.</summary>
    public ServerProcess Get() => server.Value.GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
