using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Rendering;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Media;

/// <summary>
/// Renders the prompt as moving text on a moving background with the machine's ffmpeg: no key, no network, no charge, and not a generated picture: the video
/// says "Rendered locally". A draft before money is spent, and the product without a key. Submitting keeps nothing, the remote id is a hash of the
/// recipe, and opening the output renders from <see cref="RemoteJob.Spec"/>: a crash loses nothing, and no id or log holds the prompt. The same prompt, seed, fonts and ffmpeg give the same bytes. Safe for use by many threads at once.
/// </summary>
public sealed class LocalProvider : IVideoProvider
{
    /// <summary>The provider's name and its model's.</summary>
    public const string Name = "local";

    private const string Route = "render";

    private readonly MediaOptions options;
    private readonly FfmpegBinaries binaries;
    private readonly LocalRenderer renderer;
    private readonly RecentRecipes recent = new();

    internal LocalProvider(MediaOptions options, IToolRunner runner)
    {
        this.options = options;
        binaries = new FfmpegBinaries(options);
        renderer = new LocalRenderer(runner, options);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; } = new()
    {
        Name = Name,
        IsPaid = false,
        IsSubmitRepeatable = true,
        PollFloor = TimeSpan.FromMilliseconds(10),
    };

    /// <summary>Makes one for use without a container.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are faulty; the message lists every fault.</exception>
    public static LocalProvider Create(MediaOptions? options = null)
    {
        var checkedOptions = MediaOptionsValidator.Checked(options);
        return new LocalProvider(checkedOptions, new ToolRunner(checkedOptions, TimeProvider.System));
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() =>
        (binaries.Fault() ?? renderer.FontFault()) is { } fault ? ProviderReadiness.NotReady(fault) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => PriceEstimate.Free;

    /// <inheritdoc/>
    /// <exception cref="ProviderCallException">The task asks for something that cannot be rendered.</exception>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var recipe = LocalRecipes.From(task.Spec);
        return recipe.Fault() is { } fault
            ? throw Failed(ProviderFailureKind.InvalidRequest, fault)
            : ValueTask.FromResult(new SubmissionBody
            {
                ClientReference = task.ClientReference,
                Route = Route,
                Content = RecipeCodec.Write(recipe),
                Model = Name,
                IsReplayable = true,
            });
    }

    /// <inheritdoc/>
    public Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var recipe = RecipeCodec.Read(body.Content.Span);
        var fault = recipe is null ? "the body is not a recipe" : recipe.Fault();
        if (fault is not null)
        {
            return Task.FromResult<SubmissionOutcome>(new SubmissionOutcome.Rejected(Failure(ProviderFailureKind.InvalidRequest, fault)));
        }

        var id = RecipeCodec.IdOf(recipe!);
        recent.Add(id, recipe!);
        return Task.FromResult<SubmissionOutcome>(new SubmissionOutcome.Accepted(id) { EstimateUsd = 0m });
    }

    /// <inheritdoc/>
    public Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var recipe = RecipeOf(job);
        return Task.FromResult(new ProviderJobStatus
        {
            State = ProviderJobState.Succeeded,
            WireState = "ready to render",
            Progress = 1,
            Outputs = [new Uri("local:output")],
            Duration = TimeSpan.FromSeconds((double)recipe.Frames / recipe.FramesPerSecond),
            ChargeUsd = 0m,
            EstimateUsd = 0m,
            ClientReference = job.ClientReference,
        });
    }

    /// <inheritdoc/>
    public Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default) =>
        Task.FromResult(ProviderCancelOutcome.AlreadyEnded);

    /// <inheritdoc/>
    /// <remarks>Renders: about as long as the video plays. The file is gone once the content is disposed.</remarks>
    public async Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var recipe = RecipeOf(request.Job);
        if (CheckReadiness() is { Reason: { } reason })
        {
            throw Failed(ProviderFailureKind.NotSupported, reason);
        }

        WorkFolder? folder = null;
        try
        {
            folder = WorkFolder.Create(options);
            var path = await renderer.RenderAsync(recipe, folder, request.Progress, cancellationToken).ConfigureAwait(false);
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81920, useAsync: true);
            var offset = Math.Clamp(request.Offset, 0, stream.Length);
            stream.Position = offset;
            var content = new OutputContent(stream, folder) { Offset = offset, TotalBytes = stream.Length, ContentType = "video/mp4" };
            folder = null;
            return content;
        }
        catch (Exception e) when (e is MediaException or IOException or UnauthorizedAccessException)
        {
            throw Failed(ProviderFailureKind.Transient, e.Message, e);
        }
        finally
        {
            folder?.Dispose();
        }
    }

    private RenderRecipe RecipeOf(RemoteJob job)
    {
        // The form of the id, not its hash: a job of an earlier release may render with other defaults, but must still render.
        var recipe = !job.RemoteId.StartsWith($"{Name}-", StringComparison.Ordinal) ? null
            : job.Spec is { } spec ? LocalRecipes.From(spec)
            : recent.Find(job.RemoteId);
        return recipe is null ? throw Failed(ProviderFailureKind.InvalidRequest, "this process submitted no such job; set RemoteJob.Spec to what was submitted")
            : recipe.Fault() is { } fault ? throw Failed(ProviderFailureKind.InvalidRequest, fault)
            : recipe;
    }

    private static ProviderCallException Failed(ProviderFailureKind kind, string message, Exception? cause = null) => new(Name, Failure(kind, message), cause);

    private static ProviderFailure Failure(ProviderFailureKind kind, string message) =>
        new() { Kind = kind, Charge = ChargeCertainty.None, Message = message };
}
