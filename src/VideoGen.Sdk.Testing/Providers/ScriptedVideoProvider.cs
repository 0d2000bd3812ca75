using System.Text;
using System.Text.Json;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>A paid provider that does what its script says, in memory, for nobody's money. Safe for use by many threads at once.</summary>
/// <param name="options">What it is.</param>
/// <param name="vendor">The vendor behind it.</param>
/// <param name="timeProvider">The clock for uploads.</param>
public sealed class ScriptedVideoProvider(ScriptedProviderOptions options, ScriptedVendor vendor, TimeProvider timeProvider) : IVideoProvider
{
    private int uploads;

    /// <summary>The bytes of every finished output.</summary>
    public static ReadOnlyMemory<byte> Output { get; } = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("scripted video ", 400)));

    /// <summary>The vendor behind it.</summary>
    public ScriptedVendor Vendor => vendor;

    /// <summary>Inputs uploaded.</summary>
    public int Uploads => Volatile.Read(ref uploads);

    /// <summary>The vendor account behind the key; a change is a key of another account. Default <c>one</c>.</summary>
    public string Account { get; set; } = "one";

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; } = new()
    {
        Name = options.Name,
        Account = options.Account,
        IsPaid = options.IsPaid,
        IsSubmitRepeatable = options.IsSubmitRepeatable,
        CanFind = options.CanFind,
        ReplayWindow = options.ReplayWindow,
        Lifecycle = options.Lifecycle,
        PollFloor = options.PollFloor,
    };

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => options.Readiness;

    /// <inheritdoc/>
    public string? PrintAccount(string salt) => options.ReplayWindow is null ? null : $"{salt}:{Account}";

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => new() { Usd = options.EstimateUsd };

    /// <inheritdoc/>
    public async Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        MustBeUp();
        await (vendor.OnUpload?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        await ReadAsync(input, cancellationToken).ConfigureAwait(false);
        return new PreparedInput
        {
            Role = input.Role,
            ContentType = input.ContentType,
            Reference = $"upload-{Interlocked.Increment(ref uploads)}",
            ExpiresAt = options.UploadLifetime is { } lifetime ? timeProvider.GetUtcNow() + lifetime : null,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var input in options.SendsInputsInBody ? task.Inputs : [])
        {
            await ReadAsync(input.Media, cancellationToken).ConfigureAwait(false);
        }

        var inputs = task.Inputs.Select(i => i.Prepared.Reference).ToArray();
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = "videos",
            Content = JsonSerializer.SerializeToUtf8Bytes(new { task.ClientReference, task.Spec.Prompt, inputs }),
            IdempotencyKey = options.ReplayWindow is null ? null : task.ClientReference,
            IsReplayable = options.ReplayWindow is not null,
            Model = task.Spec.Model,
        };
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Only when the script says <see cref="ScriptedSubmit.AcceptAndThrow"/>.</exception>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var (script, job) = await vendor.SubmitAsync(body, options.ReplayWindow).ConfigureAwait(false);
        return script.Submit switch
        {
            ScriptedSubmit.Accept => new SubmissionOutcome.Accepted(script.RemoteId ?? job!.RemoteId) { EstimateUsd = script.EstimateUsd },
            ScriptedSubmit.NotSent => new SubmissionOutcome.NotSent(script.Refusal ?? Failure(ProviderFailureKind.Transient, "connection refused")),
            ScriptedSubmit.Reject => new SubmissionOutcome.Rejected(script.Refusal ?? Failure(ProviderFailureKind.Transient, "overloaded")),
            ScriptedSubmit.AcceptAndThrow => throw new InvalidOperationException("scripted defect of the provider"),
            _ => new SubmissionOutcome.Unknown(script.Refusal ?? new ProviderFailure { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "connection reset" }),
        };
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        MustBeUp();
        await (vendor.OnStatus?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        return vendor.Find(job.RemoteId)?.NextStatus() ?? new ProviderJobStatus { State = ProviderJobState.NotVisible };
    }

    /// <inheritdoc/>
    public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        if (!options.CanFind)
        {
            return Task.FromResult<RemoteJobMatch>(new RemoteJobMatch.NotSupported());
        }

        MustBeUp();
        var seen = vendor.FindByReference(trace.ClientReference).Where(j => j.IsVisibleToNextLookup()).ToList();
        return Task.FromResult<RemoteJobMatch>(seen switch
        {
            [] => new RemoteJobMatch.NotFound(),
            [var one] => new RemoteJobMatch.Found(one.RemoteId),
            _ => new RemoteJobMatch.Ambiguous([.. seen.Select(j => j.RemoteId)]),
        });
    }

    /// <inheritdoc/>
    public async Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        MustBeUp();
        await (vendor.OnCancel?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
        return vendor.Find(job.RemoteId)?.Cancel() ?? ProviderCancelOutcome.NotSupported;
    }

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        MustBeUp();
        var fate = (vendor.Find(request.Job.RemoteId) ?? throw Failed(ProviderFailureKind.NotSupported, "no such output")).NextDownload();
        if (fate is ScriptedDownload.Missing or ScriptedDownload.ExpiredLink)
        {
            throw new ProviderCallException(Descriptor.Id, Failure(ProviderFailureKind.Transient, "the file cannot be had")) { IsOutputExpired = fate == ScriptedDownload.ExpiredLink };
        }

        var sent = fate switch { ScriptedDownload.Empty => 0, ScriptedDownload.Whole => Output.Length, _ => Output.Length / 2 };
        var offset = (int)Math.Clamp(request.Offset, 0, sent);
        return Task.FromResult(new OutputContent(new ScriptedStream(Output[offset..sent], fate == ScriptedDownload.BreaksOff))
        {
            Offset = offset,
            TotalBytes = fate == ScriptedDownload.Empty ? null : Output.Length,
            ContentType = "video/mp4",
        });
    }

    private static async Task ReadAsync(InputMedia input, CancellationToken cancellationToken)
    {
        if (input.OpenReadAsync is { } open)
        {
            var content = await open(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void MustBeUp()
    {
        if (vendor.IsDown)
        {
            throw Failed(ProviderFailureKind.Transient, "the vendor is down");
        }
    }

    private ProviderCallException Failed(ProviderFailureKind kind, string message) => new(Descriptor.Id, Failure(kind, message));

    private static ProviderFailure Failure(ProviderFailureKind kind, string message) => new() { Kind = kind, Message = message };
}
