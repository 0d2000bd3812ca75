using System.Text.Json;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <content>What Runway tells about the account, and uploads by hand. All of it is free.</content>
public sealed partial class RunwayProvider
{
    /// <summary>Credits left, limits and today's use. Free, so it serves as a health check.</summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    public async Task<RunwayOrganization> GetOrganizationAsync(CancellationToken cancellationToken = default)
    {
        var answer = await calls.GetAsync("v1/organization", RunwayJsonContext.Default.RunwayOrganizationAnswer, cancellationToken).ConfigureAwait(false);
        var (limits, counts) = (answer.Tier?.Models ?? new Dictionary<string, RunwayOrganizationAnswer.LimitPart?>(), answer.Usage?.Models ?? new Dictionary<string, RunwayOrganizationAnswer.CountPart?>());
        return new RunwayOrganization
        {
            CreditBalance = answer.CreditBalance ?? throw RunwayFault.Of(ProviderFailureKind.Transient, "the organization's answer states no balance"),
            MaxMonthlyCreditSpend = answer.Tier?.MaxMonthlyCreditSpend,
            Models = limits.Keys.Union(counts.Keys).ToDictionary(m => m, m => new RunwayModelQuota
            {
                MaxConcurrent = limits.GetValueOrDefault(m)?.MaxConcurrentGenerations,
                MaxDaily = limits.GetValueOrDefault(m)?.MaxDailyGenerations,
                Daily = counts.GetValueOrDefault(m)?.DailyGenerations ?? 0,
            }),
        };
    }

    /// <summary>Credits used by day and model: what reconciliation compares the ledger with. Free.</summary>
    /// <param name="startDate">First UTC day; null takes the vendor's default.</param>
    /// <param name="beforeDate">First UTC day that no longer counts, at most 90 days later; null takes the vendor's default.</param>
    /// <param name="cancellationToken">Gives up the question.</param>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    public async Task<IReadOnlyList<RunwayUsageDay>> GetUsageAsync(DateOnly? startDate = null, DateOnly? beforeDate = null, CancellationToken cancellationToken = default)
    {
        var wish = JsonSerializer.SerializeToUtf8Bytes(new RunwayUsageWish { StartDate = startDate, BeforeDate = beforeDate }, RunwayJsonContext.Default.RunwayUsageWish);
        var answer = await calls.PostFreeAsync("v1/organization/usage", wish, RunwayJsonContext.Default.RunwayUsageAnswer, cancellationToken).ConfigureAwait(false);
        return [.. (answer.Results ?? []).Where(d => d.Date is not null).Select(d => new RunwayUsageDay
        {
            Date = d.Date!.Value,
            CreditsByModel = (d.UsedCredits ?? []).Where(a => a.Model is not null).GroupBy(a => a.Model!).ToDictionary(g => g.Key, g => g.Sum(a => a.Amount ?? 0m)),
        })];
    }

    /// <summary>Brings a file of 512 bytes to 200 MB to Runway; smaller ones become a <c>data:</c> address. Free, but Runway wants a credit balance.</summary>
    /// <param name="openAsync">Opens the bytes; called again when the store fails, because every try needs a new slot.</param>
    /// <param name="contentType">MIME type of the bytes.</param>
    /// <param name="cancellationToken">Gives up the upload.</param>
    /// <exception cref="ProviderCallException">The upload failed three times, or the file is too large.</exception>
    public Task<RunwayUpload> UploadAsync(Func<CancellationToken, Task<Stream>> openAsync, string contentType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(openAsync);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        return uploads.RunAsync(openAsync, contentType, cancellationToken);
    }
}
