namespace VideoGen.Sdk.Http;

/// <summary>Sends a call that only reads.</summary>
internal static class SafeCall
{
    public static async Task<TransportOutcome> SendAsync(
        HttpClient client, VendorRequest request, Uri address, CallTerms terms, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var message = Message.Of(request, address, terms);
        try
        {
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return new TransportOutcome.Answered((response as BufferedResponse)?.Answer
                ?? await AnswerReader.ReadAsync(response, terms, clock, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new TransportOutcome.Lost(TransportFault.Free(e));
        }
    }
}
