using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Budgets;

/// <summary>Posts alerts to the address of <see cref="BudgetOptions.AlertWebhookUrl"/>, signed by the Standard Webhooks scheme. Does nothing without one. A repeat carries the same id and the time of its own sending.</summary>
internal sealed class WebhookAlertSink(IOptionsMonitor<BudgetOptions> options, TimeProvider timeProvider) : IBudgetAlertSink, IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        // Redirects and proxies would lead to addresses that nobody judged.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => new AddressGuard(options.CurrentValue.AlertWebhookAllowsLoopback).ConnectAsync(context, cancellationToken),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        cancellationToken.ThrowIfCancellationRequested();
        var budget = options.CurrentValue;
        if (budget.AlertWebhookUrl is not { } address || budget.AlertWebhookSecret is not { Length: > 0 } secret)
        {
            return;
        }

        var body = AlertBody.Write(alert);
        var timestamp = timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Add("webhook-id", alert.Id);
        message.Headers.Add("webhook-timestamp", timestamp);
        message.Headers.Add("webhook-signature", StandardWebhookSignature.Sign(secret, alert.Id, timestamp, body));
        using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            // Without the address, which may hold a token.
            throw new HttpRequestException($"The receiver of alerts answered HTTP {(int)answer.StatusCode}.", null, answer.StatusCode);
        }
    }

    public void Dispose() => client.Dispose();
}
