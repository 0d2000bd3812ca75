using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Reads what became of a create, and how a job stands.</summary>
internal static class PikaReader
{
    public static SubmissionOutcome Outcome(TransportOutcome outcome)
    {
        if (outcome is not TransportOutcome.Answered { Answer: var answer })
        {
            return outcome is TransportOutcome.NotSent n ? new SubmissionOutcome.NotSent(n.Failure) : new SubmissionOutcome.Unknown(((TransportOutcome.Lost)outcome).Failure);
        }

        var said = PikaJob.Of(answer);

        // An id is an acceptance, also under HTTP 403 with a job that has already failed: its status then says so.
        return said is { Id: { } id } ? new SubmissionOutcome.Accepted(id)
            : said is not null && IsRefusal(answer.Code, said) ? new SubmissionOutcome.Rejected(PikaErrors.Of(answer, said))
            : new SubmissionOutcome.Unknown(PikaErrors.Unknown(answer, said));
    }

    /// <summary>The status of a job; a word that we do not know is never success, and neither is success without an output.</summary>
    public static ProviderJobStatus Status(VendorAnswer answer, RemoteJob remote)
    {
        var job = PikaJob.Of(answer);
        if (answer.Code == 404 && job is null or { Status: null })
        {
            return new ProviderJobStatus { State = ProviderJobState.NotVisible };
        }

        if (job?.Status is null)
        {
            throw PikaErrors.Call(job is null ? new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = $"The answer (HTTP {answer.Code}) is not of Pika's form." } : PikaErrors.Of(answer, job, remote.Spec?.Prompt, remote.Spec?.NegativePrompt));
        }

        var state = job.Status switch
        {
            "queued" => ProviderJobState.Queued,
            "running" => ProviderJobState.Running,
            "completed" when job.Video is not null => ProviderJobState.Succeeded,
            "failed" => ProviderJobState.Failed,
            _ => ProviderJobState.Unknown,
        };
        return new ProviderJobStatus
        {
            State = state,
            WireState = answer.Word(job.Status, remote.Spec?.Prompt, remote.Spec?.NegativePrompt),
            Outputs = state == ProviderJobState.Succeeded ? [job.Video!] : [],
            Failure = state == ProviderJobState.Failed ? PikaErrors.OfJob(answer, job, remote.Spec?.Prompt, remote.Spec?.NegativePrompt) : null,
            ChargeUsd = state == ProviderJobState.Failed ? 0m : null,
        };
    }

    // 409 says that our key has been used: a job of ours may stand behind it. 408 and every 5xx but one may have been accepted.
    private static bool IsRefusal(int status, PikaJob said) => status switch
    {
        408 or 409 => false,
        >= 400 and < 500 => true,
        >= 200 and < 300 => said.Code is not null,
        _ => PikaErrors.IsRefusedByLoad(status, said),
    };
}
