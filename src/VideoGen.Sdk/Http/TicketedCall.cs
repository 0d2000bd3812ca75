namespace VideoGen.Sdk.Http;

/// <summary>Sends with a ticket and reads the outcome off it, not off what the handlers around us made of it.</summary>
internal static class TicketedCall
{
    public static async Task<TransportOutcome> SendAsync(Func<HttpClient> open, VendorRequest request, Uri address, CallTerms terms, bool isPaid)
    {
        var ticket = terms.Ticket!;
        Exception? seen = null;
        using var message = Message.Of(request, address, terms);
        try
        {
            using var response = await open().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            seen = e;
        }

        if (ticket.TryUse())
        {
            // Our transport was never reached, and now never will be. An answer all the same came from elsewhere, which may have sent on.
            return seen is null ? new TransportOutcome.Lost(TransportFault.After(null)) : new TransportOutcome.NotSent(TransportFault.Before(seen));
        }

        // A handler around us may have given up while the request still flies.
        await ticket.Landed.ConfigureAwait(false);
        return ticket switch
        {
            { Answer: { } answer } => new TransportOutcome.Answered(answer),
            { HasLeft: false } => new TransportOutcome.NotSent(TransportFault.Before(ticket.Fault!)),
            _ => new TransportOutcome.Lost(isPaid ? TransportFault.After(ticket.Fault) : TransportFault.Free(ticket.Fault!)),
        };
    }
}
