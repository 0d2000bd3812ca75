using SQLitePCL;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The meters that a row of one account counts into.</summary>
internal sealed class AccountMeters
{
    private readonly TotalsMeter total;
    private readonly TotalsMeter provider;
    private readonly TotalsMeter account;
    private readonly ColumnValues<TotalsMeter> models;

    public AccountMeters(SummaryFold fold, string provider, string account)
    {
        total = fold.Total;
        this.provider = fold.Providers[provider];
        this.account = fold.Accounts[$"{provider}/{account}"];
        models = new ColumnValues<TotalsMeter>(5, (row, column) => fold.Models[$"{provider}/{row.TextOrNull(column)}"]);
    }

    public void Add(sqlite3_stmt row, in LineSums sums)
    {
        total.Add(sums);
        provider.Add(sums);
        account.Add(sums);
        models.Of(row).Add(sums);
    }
}
