using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>Every seam that is no store, doing nothing but count.</summary>
internal sealed class CountingSeams : IBudgetGuard, IPayloadProtector, ISignatureVerifier, IProviderCallback, IMediaProcessor, IVideoProvider
{
    public int Calls { get; set; }

    public ProviderDescriptor Descriptor { get; } = new() { Name = "counting" };

    public ProviderReadiness CheckReadiness() => ProviderReadiness.Ready;

    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => PriceEstimate.Free;

    public IReadOnlyList<Limit> LimitsFor(BudgetSubject subject) => Count<IReadOnlyList<Limit>>([]);

    public byte[] Protect(ReadOnlySpan<byte> payload) => Count<byte[]>([]);

    public byte[] Unprotect(ReadOnlySpan<byte> payload) => Count<byte[]>([]);

    public bool IsValidEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => Count(true);

    public ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default) => new(Count(CallbackReading.Refuse("counted")));

    public Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default) => Done<MediaFacts?>(null);

    public Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Done(new ConformResult { Action = ConformAction.Unchanged });

    public Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default) => Done(false);

    public Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default) => Done<PreparedInput>(null!);

    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) => new(Count<SubmissionBody>(null!));

    public Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default) => Done<SubmissionOutcome>(new SubmissionOutcome.Accepted("1"));

    public Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default) => Done(new ProviderJobStatus { State = ProviderJobState.NotVisible });

    public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default) => Done<RemoteJobMatch>(new RemoteJobMatch.NotFound());

    public Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default) => Done(ProviderCancelOutcome.Requested);

    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) => Done(new OutputContent(Stream.Null));

    private Task<T> Done<T>(T answer) => Task.FromResult(Count(answer));

    private T Count<T>(T answer)
    {
        Calls++;
        return answer;
    }
}
