namespace VideoGen.Sdk.PostgreSql.Tests.Server;

/// <summary>A test on a schema of its own of the shared server.</summary>
public abstract class PostgreSqlTests(SharedServer server) : IAsyncLifetime
{
    private protected Schemas Schemas { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Schemas = new Schemas(await server.GetAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await Schemas.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
