namespace VideoGen.Sdk.Http;

/// <summary>What the innermost handler needs to know about a call; travels in the options of the request, which clones keep.</summary>
internal sealed record CallTerms
{
    private static readonly HttpRequestOptionsKey<CallTerms> Key = new("VideoGen.Sdk.Http.CallTerms");

    public required VendorEndpoint Endpoint { get; init; }

    public required Lane Lane { get; init; }

    public required Redactor Redactor { get; init; }

    /// <summary>Set for every verb that is not safe.</summary>
    public SubmitTicket? Ticket { get; init; }

    /// <summary>Longest time for the whole call; the phases share it.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>Whether the body is read here, within the answer limit, rather than streamed.</summary>
    public bool IsBuffered { get; init; } = true;

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    public static CallTerms? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var terms) ? terms : null;
}
