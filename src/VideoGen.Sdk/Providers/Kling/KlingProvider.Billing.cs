using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <content>What Kling says it took, from packs and from cash. Free; there since 2026-07-06.</content>
public sealed partial class KlingProvider : IProviderBilling
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public async Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        var charges = new List<VendorCharge>();
        foreach (var (path, isPack) in new[] { ("/account/billing/package", true), ("/account/billing/balance", false) })
        {
            string? cursor = "";
            while (cursor is not null)
            {
                var page = await ReadPageAsync(path, cursor, cancellationToken).ConfigureAwait(false);
                charges.AddRange((page.Result?.Detail ?? []).Select(row => Charge(row, isPack)).OfType<VendorCharge>());
                cursor = page.HasMore == true && page.NextCursor is { Length: > 0 } next && next != cursor ? next : null;
            }
        }

        return new VendorBill { Charges = charges.FindAll(charge => charge.At is not { } at || (at >= from && at < until)) };
    }

    private async Task<KlingBillPage> ReadPageAsync(string path, string cursor, CancellationToken cancellationToken)
    {
        var key = token.Header(readOptions(), out var reason)
            ?? throw new ProviderCallException("kling", new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = reason! });
        var body = JsonSerializer.SerializeToUtf8Bytes(new KlingBillAsk(cursor.Length == 0 ? null : cursor, PageSize), KlingJsonContext.Default.KlingBillAsk);
        var outcome = await http.SendFreeAsync(VendorRequest.Post(path, body, key), cancellationToken).ConfigureAwait(false);
        var answer = outcome.AnswerOr(failure => new ProviderCallException("kling", failure));
        return answer.TryRead(KlingJsonContext.Default.Bill, out var bill) && bill is { Code: 0, Data: { } page }
            ? page
            : throw new ProviderCallException("kling", answer.TryRead(KlingJsonContext.Default.KlingEnvelope, out var said) ? KlingErrors.Of(answer, said) : KlingErrors.Foreign(answer, isCreate: false));
    }

    private VendorCharge? Charge(KlingBillRow row, bool isPack)
    {
        if (row.TaskId is not { Length: > 0 } id)
        {
            return null;
        }

        var deduction = new KlingDeduction(KlingTask.Number(row.DeductionAmount), isPack ? "unit" : row.Currency ?? KlingDeduction.RegionCash);
        return new VendorCharge(id, KlingDeduction.SumUsd([deduction], readOptions()), row.DeductionTime is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }
}
