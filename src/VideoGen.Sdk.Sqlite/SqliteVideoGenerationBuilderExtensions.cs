using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite;
using VideoGen.Sdk.Sqlite.Analytics;
using VideoGen.Sdk.Sqlite.Costs;
using VideoGen.Sdk.Sqlite.Jobs;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the embedded durable store.</summary>
public static class SqliteVideoGenerationBuilderExtensions
{
    /// <summary>Keeps jobs, ledger, engagement and trends in a SQLite file, in place of memory. Several processes on one machine may share it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">Path of the file; missing folders are made.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static IVideoGenerationBuilder UseSqlite(this IVideoGenerationBuilder builder, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseSqlite(options => options.Path = path);
    }

    /// <summary>Keeps jobs, ledger, engagement and trends in a SQLite file, in place of memory. Several processes on one machine may share it.</summary>
    /// <remarks>An <see cref="IPayloadProtector"/> among the services encrypts prompts, requests and results in the file. The file is opened by the first call; a fault of it throws <see cref="StoreException"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IVideoGenerationBuilder UseSqlite(this IVideoGenerationBuilder builder, Action<SqliteOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<SqliteOptions>()
            .Configure(configure)
            .ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteOptions>, SqliteOptionsValidator>());
        builder.Services.TryAddSingleton(services =>
            new SqliteDatabase(services.GetRequiredService<IOptions<SqliteOptions>>().Value, services.GetService<TimeProvider>() ?? TimeProvider.System));
        builder.Services.Replace(ServiceDescriptor.Singleton<IJobStore>(services => new SqliteJobStore(services.GetRequiredService<SqliteDatabase>(), services.GetService<IPayloadProtector>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<ICostStore>(services => new SqliteCostStore(services.GetRequiredService<SqliteDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IEngagementStore>(services => new SqliteEngagementStore(services.GetRequiredService<SqliteDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<ITrendHistory>(services => new SqliteTrendHistory(services.GetRequiredService<SqliteDatabase>())));
        return builder;
    }
}
