using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql;
using VideoGen.Sdk.PostgreSql.Analytics;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.Queue;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the store that many machines share.</summary>
public static class PostgreSqlVideoGenerationBuilderExtensions
{
    /// <summary>Keeps jobs, ledger, engagement and trends in PostgreSQL, in place of memory. Any number of machines may share it; they then need an asset store that all of them see.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <exception cref="ArgumentException">The connection string is empty.</exception>
    public static IVideoGenerationBuilder UsePostgreSql(this IVideoGenerationBuilder builder, string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.UsePostgreSql(options => options.ConnectionString = connectionString);
    }

    /// <summary>Keeps jobs, ledger, engagement and trends in PostgreSQL, in place of memory. Any number of machines may share it; they then need an asset store that all of them see.</summary>
    /// <remarks>
    /// An <see cref="IPayloadProtector"/> among the services encrypts prompts, requests and results. The server is reached by the first call, which makes or updates the tables; a fault of it
    /// throws <see cref="StoreException"/>. Times are the server's; a registered <see cref="TimeProvider"/> does not move them.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IVideoGenerationBuilder UsePostgreSql(this IVideoGenerationBuilder builder, Action<PostgreSqlOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<PostgreSqlOptions>()
            .Configure(configure)
            .ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlOptions>, PostgreSqlOptionsValidator>());
        builder.Services.TryAddSingleton(services => new PostgreSqlDatabase(services.GetRequiredService<IOptions<PostgreSqlOptions>>().Value));
        builder.Services.Replace(ServiceDescriptor.Singleton<IJobStore>(services => new PostgreSqlJobStore(services.GetRequiredService<PostgreSqlDatabase>(), services.GetService<IPayloadProtector>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<ICostStore>(services => new PostgreSqlCostStore(services.GetRequiredService<PostgreSqlDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IEngagementStore>(services => new PostgreSqlEngagementStore(services.GetRequiredService<PostgreSqlDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<ITrendHistory>(services => new PostgreSqlTrendHistory(services.GetRequiredService<PostgreSqlDatabase>())));
        return builder;
    }
}
