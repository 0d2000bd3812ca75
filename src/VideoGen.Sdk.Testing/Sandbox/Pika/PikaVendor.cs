using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>Pika's own API: a catalogue with prices, idempotency keys, no cancel and no webhooks.</summary>
internal sealed class PikaVendor : IVendor
{
    public const string VendorName = "pika";
    private const decimal Prepaid = 10_000m;

    private readonly World _world;
    private readonly PikaUploads _uploads;
    private readonly PikaJobs _jobs;

    public PikaVendor(World world)
    {
        _world = world;
        _uploads = new PikaUploads(this);
        _jobs = new PikaJobs(world, _uploads, this);
    }

    public string Name => VendorName;

    public void Map(VendorRoutes routes)
    {
        routes.Get("/catalog/apis", SandboxOperation.Any, PikaCatalogue.List, keyless: true);
        routes.Get("/catalog/apis/{**api}", SandboxOperation.Any, PikaCatalogue.One, keyless: true);
        routes.Get("/v1/models", SandboxOperation.Any, PikaCatalogue.Models);
        routes.Post("/v1/media/uploads", SandboxOperation.Upload, _uploads.Create);
        routes.Put("/storage/{id}", SandboxOperation.Upload, _uploads.Put, keyless: true);
        routes.Get("/v1/media/jobs/{id}", SandboxOperation.Status, Get);
        routes.Get("/v1/media/jobs/{id}/content", SandboxOperation.Status, Content);
        routes.Post("/v1/media/{**api}", SandboxOperation.Submit, _jobs.Create);
        foreach (var root in (string[])["", "/v1"]) // the docs name these without a version, clients are seen with one
        {
            routes.Get(root + "/billing/balance", SandboxOperation.Any, Balance);
            routes.Get(root + "/billing/spend/daily", SandboxOperation.Any, Spend);
        }

        routes.Files(File);
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? PikaErrors.NotFound()));
    }

    public Reply? Refuse(HttpContext http) => _world.Knows(http.Header("X-API-Key") ?? http.Credential("Bearer")) ? null
        : PikaErrors.Of(401, "Invalid API key");

    public Reply Unreadable() => PikaErrors.Invalid("The body is not a JSON object");

    public void Reset()
    {
        _uploads.Reset();
        _jobs.Reset();
    }

    private Task<Reply> Get(HttpContext http) => Task.FromResult(
        Find(http) is { } task ? Reply.Json(200, PikaWire.Shown(task, _world.Show(task), _world.Links)) : PikaErrors.NotFound());

    private Task<Reply> Content(HttpContext http) => Task.FromResult(
        Find(http) is not { } task ? PikaErrors.NotFound()
            : _world.Show(task) == TaskState.Succeeded && task.HasOutput ? Reply.Json(200, new JsonObject { ["url"] = _world.Links.To(task) })
            : PikaErrors.Of(409, "The job has no content"));

    // Here the files lie on the API's own host, where Pika takes a key that it knows; only a foreign one is refused.
    private Task<Reply> File(HttpContext http)
    {
        var hasKey = http.Header("X-API-Key") is not null || http.Header("Authorization") is not null;
        return hasKey && Refuse(http) is { } refused ? Task.FromResult(refused) : new FileCounter(_world).Linked(http, Name);
    }

    private Task<Reply> Balance(HttpContext http) =>
        Task.FromResult(Reply.Json(200, new JsonObject { ["balance_micro_usd"] = Micro(Prepaid - _world.Charges.TotalUsd(Name)) }));

    private Task<Reply> Spend(HttpContext http) => Task.FromResult(Reply.Json(200, new JsonObject
    {
        ["results"] = new JsonArray([.. _world.Charges.Of(Name).GroupBy(charge => charge.At.UtcDateTime.Date).OrderBy(day => day.Key)
            .Select(day => new JsonObject { ["date"] = day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["amount_micro_usd"] = Micro(day.Sum(charge => charge.AmountUsd)) })]),
    }));

    private PikaTask? Find(HttpContext http) => _world.Tasks.Find<PikaTask>(Name, http.Route("id"));

    private static long Micro(decimal usd) => (long)(usd * 1_000_000);
}
