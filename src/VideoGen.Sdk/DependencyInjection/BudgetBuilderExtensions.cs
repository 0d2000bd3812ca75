using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk;
using VideoGen.Sdk.Budgets;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where alerts about money go.</summary>
public static class BudgetBuilderExtensions
{
    /// <summary>Adds a place for alerts beside the log and the webhook of <c>VideoGeneration:Budget:AlertWebhookUrl</c>. It lives as long as the app. Calling it again for the same type adds nothing twice.</summary>
    /// <typeparam name="T">The sink.</typeparam>
    public static IVideoGenerationBuilder AddBudgetAlertSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IVideoGenerationBuilder builder)
        where T : class, IBudgetAlertSink
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IBudgetAlertSink, T>());
        return builder;
    }
}
