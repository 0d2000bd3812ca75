using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the HTTP clients of vendors.</summary>
public static class VendorHttpExtensions
{
    /// <summary>
    /// Registers a vendor's client so that nothing which the app sets for all clients can repeat a paid request or log an address: inherited resilience
    /// handlers and loggers go, other handlers of the app stay around ours. Calling it again changes nothing.
    /// </summary>
    public static IServiceCollection AddVendorHttp(this IServiceCollection services, string vendor)
    {
        services.TryAddSingleton(TimeProvider.System);
        var builder = services.AddHttpClient(VendorHttp.ClientName(vendor));
        if (services.Any(s => s.ServiceType == typeof(VendorClientMark) && s.ImplementationInstance is VendorClientMark mark && mark.Vendor == vendor))
        {
            return services;
        }

        services.AddSingleton(new VendorClientMark(vendor));
        // Experimental until Microsoft settles its name; should it go, the ticket still stops the second POST.
#pragma warning disable EXTEXP0001
        builder.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        builder
            .ConfigureHttpClient(c => VendorPipeline.Prepare(c))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(p => VendorPipeline.Create(p.GetRequiredService<TimeProvider>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services;
    }

    private sealed record VendorClientMark(string Vendor);
}
