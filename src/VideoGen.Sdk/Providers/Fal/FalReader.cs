using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Reads what became of a submit. fal has neither a key nor a look-up, so every doubt stays one.</summary>
internal static class FalReader
{
    public static SubmissionOutcome Outcome(TransportOutcome outcome)
    {
        if (outcome is not TransportOutcome.Answered { Answer: var answer })
        {
            return outcome is TransportOutcome.NotSent n ? new SubmissionOutcome.NotSent(n.Failure) : new SubmissionOutcome.Unknown(((TransportOutcome.Lost)outcome).Failure);
        }

        if (answer.TryRead(FalJsonContext.Default.FalQueueData, out var data) && FalFault.Text(data.RequestId) is { Length: > 0 } id)
        {
            return new SubmissionOutcome.Accepted(id);
        }

        // Of a 5xx or a timeout fal's own clients assume that the queue may have taken the request.
        return answer.Code is >= 400 and < 500 and not 408 && FalFault.Of(answer) is { } fault
            ? new SubmissionOutcome.Rejected(FalErrors.Of(answer, fault, ChargeCertainty.None))
            : new SubmissionOutcome.Unknown(FalErrors.Unknown(answer));
    }
}
