using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers;

/// <summary>One account at one vendor. Short, stateless calls: no waiting for jobs, no money, no retry of anything that costs.</summary>
/// <remarks>
/// Implementers MUST be safe for use by many threads at once.
/// MUST read keys per call, so that a rotated key takes effect without a restart.
/// MUST NOT put a key, a signed link or a prompt into a message or a log.
/// MUST throw <see cref="ProviderCallException"/>, and nothing else of their own, when a free call fails.
/// </remarks>
public interface IVideoProvider
{
    /// <summary>Who this is and what it promises. MUST be the same on every call.</summary>
    ProviderDescriptor Descriptor { get; }

    /// <summary>Whether it could be used now, judged without a request: is there a key, are the tools installed. MUST NOT touch the network.</summary>
    ProviderReadiness CheckReadiness();

    /// <summary>Upper bound of the price. MUST be at or above every charge for this task; MUST NOT touch the network.</summary>
    PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model);

    /// <summary>Brings one input to where the vendor can read it. Free. The default hands on public addresses and reads stored bytes at compose time.</summary>
    /// <exception cref="ProviderCallException">The upload failed.</exception>
    Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default) =>
        Task.FromResult(new PreparedInput { Role = input.Role, Reference = input.Url?.AbsoluteUri, ContentType = input.ContentType });

    /// <summary>Writes the bytes of the one paid request. MUST be pure: same task, same bytes. MUST NOT touch the network.</summary>
    ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default);

    /// <summary>Sends the one paid request, once. MUST NOT send it again for any reason, and MUST NOT throw: where the call failed decides the outcome.</summary>
    Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default);

    /// <summary>Asks how an accepted job stands. Free.</summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default);

    /// <summary>A one-way print of the vendor account that the present key and address lead to, salted; null where nothing is ever replayed. Free, touches no network.</summary>
    /// <remarks>An idempotency key means something in one account only. MUST differ when key or address differ; MUST NOT let anybody win the key back.</remarks>
    /// <param name="salt">Makes the same key look different in each attempt.</param>
    string? PrintAccount(string salt) => null;

    /// <summary>Looks for a job by our client reference after a lost answer. Free. "Not found" is never proof that none exists.</summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default) =>
        Task.FromResult<RemoteJobMatch>(new RemoteJobMatch.NotSupported());

    /// <summary>Asks the vendor to stop a job, only as far as that cannot destroy a finished result.</summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default) =>
        Task.FromResult(ProviderCancelOutcome.NotSupported);

    /// <summary>Opens a finished output for reading. Free. MUST ask the vendor for a fresh link when the known one has expired, and MUST NOT send a key to a host taken from a response.</summary>
    /// <exception cref="ProviderCallException">The file cannot be had.</exception>
    Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default);
}
