using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.AspNetCore.Webhooks;

/// <summary>Takes a request in as it came: signatures cover the raw bytes, so nothing may parse them before.</summary>
internal sealed class DeliveryReader(TimeProvider timeProvider)
{
    // The largest that vendors send is a task with its outputs, some kilobytes.
    private const int MostBytes = 1024 * 1024;
    private const int PieceBytes = 16 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Whether the body claims to be JSON, or nothing at all; what it is shows in its signature.</summary>
    public static bool MayBeJson(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType)
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The delivery, or the status that ends it: 413 when it is too large, 408 when it comes too slowly.</summary>
    public async Task<(CallbackDelivery? Delivery, int Status)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        using var patience = new CancellationTokenSource(Longest, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, request.HttpContext.RequestAborted);
        using var body = new MemoryStream();
        var piece = new byte[PieceBytes];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(piece, either.Token).ConfigureAwait(false)) > 0;)
            {
                if (body.Length + read > MostBytes)
                {
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                body.Write(piece, 0, read);
            }
        }
        catch (OperationCanceledException)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException e)
        {
            // The server's own limits are smaller, or the request broke off.
            return (null, e.StatusCode);
        }

        return (new CallbackDelivery
        {
            Body = body.ToArray(),
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            ReceivedAt = timeProvider.GetUtcNow(),
        }, StatusCodes.Status200OK);
    }
}
