using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>
/// Any provider as one simulated process sees it. Its points are <c>provider.PrepareInput</c>, <c>provider.Compose</c>, <c>provider.Submit</c>, <c>provider.GetStatus</c>,
/// <c>provider.Find</c>, <c>provider.Cancel</c> and <c>provider.OpenOutput</c>. Free calls fail with <see cref="ProviderCallException"/>; a submit answers
/// <see cref="SubmissionOutcome.NotSent"/>, and <see cref="SubmissionOutcome.Unknown"/> where it was sent and its answer is lost.
/// </summary>
/// <param name="inner">The provider.</param>
/// <param name="process">The process.</param>
public sealed class ChaosVideoProvider(IVideoProvider inner, ChaosProcess process) : IVideoProvider
{
    /// <inheritdoc/>
    public ProviderDescriptor Descriptor => inner.Descriptor;

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => inner.CheckReadiness();

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => inner.Estimate(spec, model);

    /// <inheritdoc/>
    public string? PrintAccount(string salt) => inner.PrintAccount(salt);

    /// <inheritdoc/>
    public Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default) =>
        Call("PrepareInput", () => inner.PrepareInputAsync(input, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) =>
        new(Call("Compose", () => inner.ComposeAsync(task, cancellationToken).AsTask()));

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        SubmissionOutcome? outcome = null;
        try
        {
            return await process.CallAsync("provider.Submit", () => inner.SubmitAsync(body, cancellationToken), isSent =>
            {
                outcome = isSent ? new SubmissionOutcome.Unknown(Lost) : new SubmissionOutcome.NotSent(Failed);
                return new ProviderCallException(Descriptor.Id, Failed);
            }).ConfigureAwait(false);
        }
        catch (ProviderCallException) when (outcome is not null)
        {
            return outcome;
        }
    }

    /// <inheritdoc/>
    public Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default) =>
        Call("GetStatus", () => inner.GetStatusAsync(job, cancellationToken));

    /// <inheritdoc/>
    public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default) =>
        Call("Find", () => inner.FindAsync(trace, cancellationToken));

    /// <inheritdoc/>
    public Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default) =>
        Call("Cancel", () => inner.CancelAsync(job, cancellationToken));

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) =>
        Call("OpenOutput", () => inner.OpenOutputAsync(request, cancellationToken));

    private static ProviderFailure Failed { get; } = new() { Kind = ProviderFailureKind.Transient, Message = "simulated: nobody answers" };

    private static ProviderFailure Lost { get; } = new() { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "simulated: the answer was lost" };

    private Task<T> Call<T>(string name, Func<Task<T>> call) => process.CallAsync($"provider.{name}", call, _ => new ProviderCallException(Descriptor.Id, Failed));
}
