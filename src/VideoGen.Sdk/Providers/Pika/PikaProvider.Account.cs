using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Pika.Wire;

namespace VideoGen.Sdk.Providers.Pika;

/// <content>What only Pika offers: its catalogue with prices, balance and spending. All free.</content>
public sealed partial class PikaProvider
{
    /// <summary>
    /// Reads the vendor's catalogue, for which no key is needed. Its prices then take the place of this package's for <see cref="PikaOptions.PriceMaxAge"/>:
    /// <see cref="Estimate"/> itself never asks the network.
    /// </summary>
    /// <exception cref="ProviderCallException">The catalogue cannot be read.</exception>
    public async Task<IReadOnlyList<PikaOperation>> ReadCatalogueAsync(CancellationToken cancellationToken = default)
    {
        var operations = PikaCatalogueReader.List(Checked(await calls.GetOpenAsync("/catalog/apis", cancellationToken).ConfigureAwait(false)));
        prices.Keep(operations);
        return operations;
    }

    /// <summary>Reads one operation with the schema of its fields.</summary>
    /// <param name="apiId">Its id, such as <c>pika/pika-2.5/text-to-video</c>.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="ProviderCallException">It is unknown or cannot be read.</exception>
    public async Task<PikaOperation> ReadOperationAsync(string apiId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(apiId);
        var path = string.Join('/', apiId.Split('/').Select(Uri.EscapeDataString));
        var answer = Checked(await calls.GetOpenAsync($"/catalog/apis/{path}?expand=inputs", cancellationToken).ConfigureAwait(false));
        return PikaCatalogueReader.Single(answer) ?? throw PikaCatalogueReader.Foreign(answer);
    }

    /// <summary>Reads the prepaid balance in USD; null where the answer holds no amount that is known.</summary>
    /// <exception cref="ProviderCallException">It cannot be read.</exception>
    public async Task<decimal?> GetBalanceUsdAsync(CancellationToken cancellationToken = default)
    {
        using var document = await ReadAsync("/billing/balance", cancellationToken).ConfigureAwait(false);
        return AmountUsd(document.RootElement);
    }

    /// <summary>Reads what the account spent by day.</summary>
    /// <exception cref="ProviderCallException">It cannot be read.</exception>
    public async Task<IReadOnlyList<PikaDailySpend>> GetDailySpendAsync(CancellationToken cancellationToken = default)
    {
        using var document = await ReadAsync("/billing/spend/daily", cancellationToken).ConfigureAwait(false);
        return [.. (PikaCatalogueReader.ListOf(document.RootElement)?.EnumerateArray() ?? default).Select(d => AmountUsd(d) is { } usd ? new PikaDailySpend(Day(d), usd) : null).OfType<PikaDailySpend>()];
    }

    private async Task RefreshPricesAsync(CancellationToken cancellationToken)
    {
        var options = calls.Options;
        if (!options.RefreshPrices || !prices.TryClaimRefresh(options.PriceMaxAge / 2))
        {
            return;
        }

        try
        {
            await ReadCatalogueAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException)
        {
            // The question about the job goes on; without fresh prices the package's own hold.
        }
    }

    private async Task<JsonDocument> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var answer = Checked(await calls.GetAsync(path, cancellationToken).ConfigureAwait(false));
        return answer.TryRead(PikaJsonContext.Default.JsonDocument, out var document) ? document : throw PikaErrors.Odd($"The answer (HTTP {answer.Code}) is not of Pika's form.");
    }

    private static VendorAnswer Checked(VendorAnswer answer) => answer.IsSuccess ? answer : throw PikaErrors.Call(PikaErrors.Of(answer, PikaJob.Of(answer)));

    // Which word stands before micro_usd is known for daily spending only (2026-10).
    private static decimal? AmountUsd(JsonElement element) => element.ValueKind != JsonValueKind.Object ? null
        : element.EnumerateObject().Where(p => p.Name.EndsWith("micro_usd", StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.Number)
            .Select(p => p.Value.TryGetDecimal(out var micro) ? micro / 1_000_000m : (decimal?)null).FirstOrDefault();

    private static DateOnly? Day(JsonElement element) =>
        (element.TryGetProperty("date", out var day) || element.TryGetProperty("day", out day)) && day.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(day.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? DateOnly.FromDateTime(read.UtcDateTime) : null;
}
