using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk;
using VideoGen.Sdk.Workflow;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes the host run the queue's jobs.</summary>
public static class WorkerBuilderExtensions
{
    /// <summary>Adds a hosted service that runs what is enqueued, in this process, and stops with the host: submits under way are finished, jobs handed back.
    /// Several processes on one store share the work. Whoever owns the accounts pays. Calling it again adds nothing twice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; wins over configuration.</param>
    public static IVideoGenerationBuilder AddVideoWorker(this IVideoGenerationBuilder builder, Action<VideoWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.Replace(ServiceDescriptor.Singleton(new OwnerKind("worker")));
        builder.Services.AddHostedService<VideoWorker>();
        return builder;
    }
}
