// A provider of your own in one file: the program registers and uses it like any vendor, with budget, ledger and recovery.
// dotnet run --project samples/CustomProvider -- ["a prompt"] [--output DIR]
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomProvider;
using FFMpegCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

const string Settings = """
    { "video_generation": { "providers": { "myprovider": { "enabled": true, "priority": 5, "cost_per_video": 1.0 } } } }
    """;
var (prompt, output) = args switch
{
    [] => ("A paper boat crosses a puddle", "output"),
    ["--output", var folder] => ("A paper boat crosses a puddle", folder),
    [var words] when !words.StartsWith('-') => (words, "output"),
    [var words, "--output", var folder] => (words, folder),
    _ => ("", ""),
};
if (output.Length == 0)
{
    await Console.Error.WriteLineAsync("Usage: CustomProvider [\"a prompt\"] [--output DIR]");
    return 2;
}

using var json = new MemoryStream(Encoding.UTF8.GetBytes(Settings));
var services = new ServiceCollection();
services.AddSingleton(new MyProvider.Studio(Path.Combine(output, "studio")));
services.AddVideoGeneration(new ConfigurationBuilder().AddJsonStream(json).Build())
    .AddProvider<MyProvider>("myprovider")
    .UseSqlite(Path.Combine(output, "videogen.db"))
    .UseAssetFolder(Path.Combine(output, "videos"));
try
{
    await using var app = services.BuildServiceProvider();
    var request = new VideoRequest { Prompt = prompt, Duration = TimeSpan.FromSeconds(3), PreferredProviders = ["myprovider"], OnlyPreferredProviders = true };
    var result = await app.GetRequiredService<IVideoGenerator>().GenerateAsync(request);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Provider} made a video for {result.CostUsd:0.00} USD, booked in {Path.Combine(output, "videogen.db")}."));
    Console.WriteLine($"Video: {result.Video.LocalPath}");
    return 0;
}
catch (Exception e) when (e is VideoGenerationException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    return 1;
}

namespace CustomProvider
{
    /// <summary>
    /// Paints colours with ffmpeg. The folder stands for a vendor's servers: an order is a file there, so it is found again by our reference, and a video may be fetched again.
    /// A provider with a web API does in these methods what its text says: one POST in SubmitAsync, reads elsewhere.
    /// </summary>
    /// <param name="studio">Where orders lie; the container hands it over.</param>
    public sealed class MyProvider(MyProvider.Studio studio) : IVideoProvider
    {
        private readonly string folder = studio.Folder;

        /// <inheritdoc/>
        public ProviderDescriptor Descriptor { get; } = new() { Name = "myprovider", CanFind = true };

        /// <inheritdoc/>
        public ProviderReadiness CheckReadiness() =>
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg")))
                ? ProviderReadiness.Ready
                : ProviderReadiness.NotReady("Provider 'myprovider' needs ffmpeg: apt-get install ffmpeg, or put it on the PATH.");

        /// <inheritdoc/>
        public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => PriceEstimate.Unknown; // cost_per_video says it; without that no budget lets it through.

        /// <inheritdoc/>
        public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) => ValueTask.FromResult(new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = "orders",
            Model = task.Spec.Model,
            Content = JsonSerializer.SerializeToUtf8Bytes(new Order(task.Spec.Prompt, task.Spec.Duration?.TotalSeconds ?? 5)),
        });

        /// <inheritdoc/>
        public Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
        {
            try
            {
                _ = JsonSerializer.Deserialize<Order>(body.Content.Span);
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(OrderOf(body.ClientReference), body.Content.ToArray());
                return Task.FromResult<SubmissionOutcome>(new SubmissionOutcome.Accepted(body.ClientReference));
            }
            catch (JsonException)
            {
                return Task.FromResult<SubmissionOutcome>(new SubmissionOutcome.Rejected(new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = "the order cannot be read" }));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Perhaps it was written, perhaps not: a look-up will tell.
                return Task.FromResult<SubmissionOutcome>(new SubmissionOutcome.Unknown(new ProviderFailure { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "the studio's folder failed while the order was written" }));
            }
        }

        /// <inheritdoc/>
        public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default) =>
            Task.FromResult<RemoteJobMatch>(File.Exists(OrderOf(trace.ClientReference)) ? new RemoteJobMatch.Found(trace.ClientReference) : new RemoteJobMatch.NotFound());

        /// <inheritdoc/>
        public Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default) => Task.FromResult(new ProviderJobStatus
        {
            State = File.Exists(OrderOf(job.RemoteId)) ? ProviderJobState.Succeeded : ProviderJobState.NotVisible,
            ClientReference = job.ClientReference,
        });

        /// <inheritdoc/>
        public async Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default)
        {
            var video = Path.Combine(folder, $"{Path.GetFileName(request.Job.RemoteId)}-{Guid.NewGuid():N}.mp4");
            try
            {
                var order = JsonSerializer.Deserialize<Order>(await File.ReadAllBytesAsync(OrderOf(request.Job.RemoteId), cancellationToken))!;
                var colours = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(order.Prompt)));
                var seconds = Math.Clamp(order.Seconds, 1, 60).ToString(CultureInfo.InvariantCulture);
                await FFMpegArguments
                    .FromFileInput($"gradients=s=720x1280:r=30:c0=0x{colours[..6]}:c1=0x{colours[6..12]}:d={seconds}", verifyExists: false, o => o.ForceFormat("lavfi"))
                    .OutputToFile(video, overwrite: true, o => o.WithVideoCodec("libx264").WithCustomArgument("-pix_fmt yuv420p").WithFastStart())
                    .CancellableThrough(cancellationToken)
                    .ProcessAsynchronously(cancellationToken: cancellationToken);
                var stream = new FileStream(video, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
                return new OutputContent(stream) { TotalBytes = stream.Length, ContentType = "video/mp4" };
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FFMpegCore.Exceptions.FFMpegException)
            {
                throw new ProviderCallException(Descriptor.Name, new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = $"the video could not be painted ({e.GetType().Name})" });
            }
        }

        private string OrderOf(string id) => Path.Combine(folder, $"{Path.GetFileName(id)}.json");

        /// <summary>What the provider is configured with.</summary>
        /// <param name="Folder">Where orders lie; made with the first one.</param>
        public sealed record Studio(string Folder);

        private sealed record Order(string Prompt, double Seconds);
    }
}
