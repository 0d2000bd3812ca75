using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <content>What only HeyGen offers: webhook endpoints, the wallet, and deleting videos. All free.</content>
public sealed partial class HeyGenProvider
{
    /// <summary>
    /// Registers a webhook endpoint for all events, unless one of the same address is registered already. Its secret is shown only now: keep it, and give it to
    /// <see cref="HeyGenOptions.WebhookSecrets"/>.
    /// </summary>
    /// <param name="url">Public https address that takes the deliveries.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <returns>The endpoint; without a secret when it was there before.</returns>
    /// <exception cref="ProviderCallException">HeyGen refused, or could not be asked.</exception>
    public async Task<HeyGenWebhook> RegisterWebhookAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (await FindWebhookAsync(url, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new HeyGenEndpointAsk(url.AbsoluteUri, null), HeyGenJsonContext.Default.HeyGenEndpointAsk);
        return Webhook(await calls.SendAsync(VendorRequest.Post("/v3/webhooks/endpoints", body), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Makes a new signing secret. The old one is dead at once: deliveries count as refused until the new one is configured.</summary>
    /// <exception cref="ProviderCallException">HeyGen refused, or could not be asked.</exception>
    public async Task<HeyGenWebhook> RotateWebhookSecretAsync(string endpointId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endpointId);
        var request = VendorRequest.Post($"/v3/webhooks/endpoints/{Uri.EscapeDataString(endpointId)}/rotate-secret", default);
        return Webhook(await calls.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Removes a webhook endpoint.</summary>
    /// <exception cref="ProviderCallException">HeyGen refused, or could not be asked.</exception>
    public async Task DeleteWebhookAsync(string endpointId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endpointId);
        await DeleteAsync($"/v3/webhooks/endpoints/{Uri.EscapeDataString(endpointId)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a presenter, agent or template video at HeyGen for good. What it cost stays charged.</summary>
    /// <param name="videoId">HeyGen's id of the video.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="ProviderCallException">HeyGen refused, or could not be asked.</exception>
    public async Task DeleteVideoAsync(string videoId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(videoId);
        await DeleteAsync(HeyGenModels.StatusPathOf(HeyGenProduct.Presenter, videoId), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the API wallet in USD; null where the account is billed otherwise, such as in credits.</summary>
    /// <exception cref="ProviderCallException">It cannot be read.</exception>
    public async Task<decimal?> GetBalanceUsdAsync(CancellationToken cancellationToken = default)
    {
        var said = HeyGenCalls.Data(await calls.GetAsync("/v3/users/me", cancellationToken).ConfigureAwait(false));
        return said.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("wallet", out var wallet) && HeyGenSaid.Member(wallet, "currency") == "usd"
            && wallet.TryGetProperty("remaining_balance", out var amount) && amount.ValueKind == JsonValueKind.Number && amount.TryGetDecimal(out var usd) ? usd : null;
    }

    private async Task<HeyGenWebhook?> FindWebhookAsync(Uri url, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var next = token is null ? "" : $"&token={Uri.EscapeDataString(token)}";
            var page = HeyGenCalls.Data(await calls.GetAsync($"/v3/webhooks/endpoints?limit=100{next}", cancellationToken).ConfigureAwait(false));
            foreach (var endpoint in page.Data is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
            {
                if (HeyGenSaid.Member(endpoint, "url") == url.AbsoluteUri && HeyGenSaid.Member(endpoint, "endpoint_id") is { } id)
                {
                    return new HeyGenWebhook { EndpointId = id, Url = url.AbsoluteUri };
                }
            }

            token = page.NextToken == token ? null : page.NextToken;
        }
        while (token is not null);
        return null;
    }

    private async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(new VendorRequest { Method = HttpMethod.Delete, Address = path }, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw HeyGenErrors.Call(HeyGenErrors.Of(answer, HeyGenSaid.Of(answer)));
        }
    }

    private static HeyGenWebhook Webhook(VendorAnswer answer)
    {
        var said = HeyGenCalls.Data(answer);
        return new HeyGenWebhook
        {
            EndpointId = said.Text("endpoint_id") ?? throw HeyGenErrors.Odd("The answer about the webhook is not of HeyGen's form."),
            Url = said.Text("url"),
            Secret = said.Text("secret"),
        };
    }
}
