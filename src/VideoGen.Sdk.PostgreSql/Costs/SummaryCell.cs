using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Sums over lines that agree in all that a summary groups by, or over one day when there are no facts.</summary>
internal readonly record struct SummaryCell(LineFacts? Facts, int Day, LineSums Sums);
