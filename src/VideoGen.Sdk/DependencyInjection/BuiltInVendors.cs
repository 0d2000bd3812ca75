using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>The vendors that are there without a call; each is left out of plans with a reason until configuration gives it a key.</summary>
internal static class BuiltInVendors
{
    public static void AddTo(IServiceCollection services) => services
        .AddKlingVendor()
        .AddPikaVendor()
        .AddFalVendor()
        .AddRunwayVendor()
        .AddHeyGenVendor()
        .AddOpenAICompatibleVendor();
}
