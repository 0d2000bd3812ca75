using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Testing.Sandbox.Control;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>The web server of one sandbox. It reads no configuration and no environment of the app around it.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private const long LargestBody = 256L * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly IVendor[] _vendors;

    private SandboxServer(WebApplication app, World world, IVendor[] vendors, Uri baseUrl) => (_app, World, _vendors, BaseUrl) = (app, world, vendors, baseUrl);

    public static IReadOnlyCollection<string> VendorNames { get; } = ["kling", "pika", "fal", "runway", "heygen", "openai"];

    public World World { get; }

    public Uri BaseUrl { get; }

    public static async Task<SandboxServer> StartAsync(VideoSandboxOptions options, CancellationToken cancellationToken)
    {
        OptionChecks.Check(options);
        var (address, port) = Loopback.Listen(options.Url);
        var world = new World(options);
        var vendors = Vendors.Of(world);
        var app = Build(address, port, options.LoggerFactory);
        app.Use(RefuseForeignHosts);
        app.UseRouting();
        new ControlRoutes(world, new FaultReader(VendorNames), () => Reset(world, vendors)).Map(app);
        foreach (var vendor in vendors)
        {
            vendor.Map(new VendorRoutes(app.MapGroup("/" + vendor.Name), new Door(world, vendor)));
        }

        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new SandboxServer(app, world, vendors, new Uri(bound));
    }

    public void Reset() => Reset(World, _vendors);

    public async ValueTask DisposeAsync()
    {
        World.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(IPAddress address, int port, ILoggerFactory? loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<FormOptions>(forms => forms.MultipartBodyLengthLimit = LargestBody);
        builder.Services.AddLogging();
        if (loggers is not null)
        {
            builder.Services.AddSingleton(loggers);
        }

        return builder.Build();
    }

    // A web page could point a name of its own at loopback; the sandbox answers to loopback names only.
    private static Task RefuseForeignHosts(HttpContext http, RequestDelegate next) =>
        Loopback.IsHost(http.Request.Host.Host) ? next(http) : Reply.Empty(StatusCodes.Status421MisdirectedRequest).SendAsync(http);

    private static void Reset(World world, IVendor[] vendors)
    {
        world.Reset();
        foreach (var vendor in vendors)
        {
            vendor.Reset();
        }
    }
}
