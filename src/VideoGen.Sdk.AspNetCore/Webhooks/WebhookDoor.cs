using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.AspNetCore.Webhooks;

/// <summary>Answers deliveries within a second: what is not written down by then is answered with 503, goes on behind the answer, and is known when the vendor delivers again.</summary>
internal sealed partial class WebhookDoor(IVideoCallbacks callbacks, TimeProvider timeProvider, ILogger logger)
{
    private const int MostAtOnce = 128;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly DeliveryReader deliveries = new(timeProvider);
    private int underWay;

    public static Task AnswerOptionsAsync(HttpContext http)
    {
        // HeyGen asks so before it takes an address, and waits a second for a 200.
        http.Response.Headers.Allow = "OPTIONS, POST";
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    public async Task AnswerPostAsync(HttpContext http)
    {
        http.Response.StatusCode = await StatusAsync(http).ConfigureAwait(false);
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "5";
        }
    }

    private async Task<int> StatusAsync(HttpContext http)
    {
        if (!DeliveryReader.MayBeJson(http.Request))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        // A slow sender holds no place: they are for deliveries that are here as a whole.
        var (delivery, status) = await deliveries.ReadAsync(http.Request).ConfigureAwait(false);
        if (delivery is null)
        {
            return status;
        }

        if (Interlocked.Increment(ref underWay) > MostAtOnce)
        {
            Interlocked.Decrement(ref underWay);
            LogFull();
            return StatusCodes.Status503ServiceUnavailable;
        }

        // Nobody's token: a sender that hangs up has still delivered.
        var values = http.Request.RouteValues;
        var accepting = AcceptAsync(Text(values, "provider")!, Text(values, "account")!, Text(values, "clientReference"), delivery);
        await Task.WhenAny(accepting, Task.Delay(Patience, timeProvider, http.RequestAborted)).ConfigureAwait(false);
        return accepting.IsCompleted ? await accepting.ConfigureAwait(false) : StatusCodes.Status503ServiceUnavailable;
    }

    private async Task<int> AcceptAsync(string provider, string account, string? clientReference, CallbackDelivery delivery)
    {
        try
        {
            // The answer's clock runs from here, also for work that never yields.
            await Task.Yield();
            var receipt = await callbacks.AcceptAsync(provider, account, clientReference, delivery, CancellationToken.None).ConfigureAwait(false);
            return receipt.Outcome switch
            {
                CallbackOutcome.UnknownAccount => StatusCodes.Status404NotFound,
                CallbackOutcome.Malformed => StatusCodes.Status400BadRequest,
                CallbackOutcome.Refused => StatusCodes.Status401Unauthorized,

                // A hint and one about no job too: a stranger learns nothing, and no vendor delivers it again or gives the endpoint up.
                _ => StatusCodes.Status200OK,
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it was, the vendor delivers again on a 503.
            LogNotTaken(e);
            return StatusCodes.Status503ServiceUnavailable;
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private static string? Text(RouteValueDictionary values, string name) => values.TryGetValue(name, out var value) ? value as string : null;

    [LoggerMessage(1511, LogLevel.Error, "A webhook could not be taken in; the vendor is asked to deliver it again.")]
    private partial void LogNotTaken(Exception exception);

    [LoggerMessage(1512, LogLevel.Warning, "Too many webhooks at once; the vendor is asked to deliver again.")]
    private partial void LogFull();
}
