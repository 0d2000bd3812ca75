using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Workflow;

namespace DirectProvider;

/// <summary>All that direct use needs of the library.</summary>
internal static class DirectRun
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddDotEnvFile().AddInMemoryCollection(SandboxSettings(arguments)).Build();
        await using var services = new ServiceCollection().AddVideoGeneration(configuration).AddLocal().Services.BuildServiceProvider();
        var provider = services.GetVideoProvider(arguments.Provider);
        var catalogue = services.GetRequiredService<ModelCatalogue>();
        var request = new VideoRequest { Prompt = arguments.Prompt, Duration = arguments.Duration };

        var fitted = provider.Fit(request, catalogue);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Asking {arguments.Provider} for {fitted.Spec.Model}, {Length(fitted)}, {Price(fitted, arguments.Sandbox is not null)}."));
        foreach (var note in fitted.Notes)
        {
            Console.WriteLine($"Note: {note}.");
        }

        var job = await provider.SubmitAsync(request, catalogue, cancellationToken);
        Console.WriteLine($"Accepted as {job.RemoteId}. Polling...");
        var status = await provider.WaitAsync(job, new Shown(), cancellationToken: cancellationToken);
        if (status.State != ProviderJobState.Succeeded)
        {
            await Console.Error.WriteLineAsync($"Error: the job ended as {status.State}: {status.Failure?.Message ?? "the provider gives no reason"}. Charged: {status.Failure?.Charge ?? ChargeCertainty.Unknown}.");
            return 1;
        }

        var name = string.Concat($"{provider.Descriptor.Name}-{job.ClientReference}.mp4".Split(Path.GetInvalidFileNameChars()));
        var path = await provider.DownloadAsync(job, status, Path.Combine(arguments.Output, name), cancellationToken);
        Console.WriteLine(status.ChargeUsd is { } charge ? string.Create(CultureInfo.InvariantCulture, $"The provider states a charge of {charge:0.00####} USD.") : "The provider states no charge; its console does.");
        Console.WriteLine($"Video: {path}");
        return 0;
    }

    // The sandbox takes any key, so none of yours is sent there.
    private static Dictionary<string, string?> SandboxSettings(Arguments arguments)
    {
        if (arguments.Sandbox is not { } sandbox || arguments.Provider == "local")
        {
            return [];
        }

        var names = arguments.Provider.Split('/', 2);
        var section = $"VideoGeneration:Providers:{names[0]}{(names.Length == 2 && names[1] != "default" ? $":Accounts:{names[1]}" : "")}";
        return new()
        {
            [$"{section}:BaseUrl"] = new Uri(sandbox, $"/{names[0]}").AbsoluteUri,
            [$"{section}:AllowLoopback"] = "true",
            [$"{section}:ApiKey"] = "sandbox-needs-no-key",
        };
    }

    private static string Length(FittedRequest fitted) => fitted.Spec.Duration is { } length ? $"{length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s" : "a length of the model's choice";

    private static string Price(FittedRequest fitted, bool isSandbox) => fitted.Estimate.Usd switch
    {
        null => "at a price that is not known",
        0m => "free",
        { } usd => string.Create(CultureInfo.InvariantCulture, $"at most {usd:0.00####} USD{(isSandbox ? " at the vendor, nothing in the sandbox" : "")}"),
    };

    private sealed class Shown : IProgress<ProviderJobStatus>
    {
        private string last = "";

        public void Report(ProviderJobStatus value)
        {
            var line = value.Progress is { } share ? string.Create(CultureInfo.InvariantCulture, $"  {value.State}, {share:P0}") : $"  {value.State}";
            if (line != last)
            {
                Console.WriteLine(last = line);
            }
        }
    }
}
