namespace VideoGen.Sdk.Http;

/// <summary>Where a call got to. A vendor's folder turns an answer into meaning; the other two need none.</summary>
public abstract record TransportOutcome
{
    private TransportOutcome()
    {
    }

    /// <summary>No byte of the request left: name not found, connection or TLS refused, or our own checks said no.</summary>
    /// <param name="Failure">Why; free of charge.</param>
    public sealed record NotSent(ProviderFailure Failure) : TransportOutcome;

    /// <summary>A whole answer came, of any status.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Answered(VendorAnswer Answer) : TransportOutcome;

    /// <summary>Bytes left, or may have, and no whole answer came back. Of a paid call this is an unknown outcome.</summary>
    /// <param name="Failure">What was seen.</param>
    public sealed record Lost(ProviderFailure Failure) : TransportOutcome;

    /// <summary>The answer, for calls where the other two mean the same; else throws what <paramref name="toException"/> makes of the failure.</summary>
    public VendorAnswer AnswerOr(Func<ProviderFailure, Exception> toException) => this switch
    {
        Answered a => a.Answer,
        NotSent n => throw toException(n.Failure),
        Lost l => throw toException(l.Failure),
        _ => throw new InvalidOperationException("The outcomes are closed."),
    };
}
