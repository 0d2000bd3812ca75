using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.QueueProofTests.Audit;

/// <summary>Finds for each charge of the vendors the one attempt that it is for: by remote id, else by our reference, else, where the wire carries none, an attempt of that vendor whose outcome is unknown.</summary>
internal sealed class ChargeMatch(IReadOnlyList<LedgerRow> rows)
{
    private readonly HashSet<LedgerRow> free = [.. rows];

    /// <summary>Which attempt each charge belongs to; fails when one has none, or costs more than was charged or held.</summary>
    public IReadOnlyList<(SandboxCharge Charge, LedgerRow Row)> Match(IReadOnlyCollection<SandboxCharge> charges)
    {
        var found = new List<(SandboxCharge, LedgerRow)>();

        // Those that name their attempt first: what is left over then is taken by those that cannot.
        foreach (var charge in charges.OrderBy(Rank).ThenByDescending(charge => charge.AmountUsd))
        {
            var row = Named(charge) ?? (charge.ClientReference is null ? Unnamed(charge) : null);
            Assert.True(row is not null, $"{charge} belongs to no attempt.");
            Assert.True(charge.AmountUsd <= row.MostUsd, $"{charge} is above what is booked or held: {row}");
            Assert.True(free.Remove(row), $"{charge} and another one belong to the same attempt: {row}");
            found.Add((charge, row));
        }

        return found;
    }

    private int Rank(SandboxCharge charge) => Named(charge) is null ? 1 : 0;

    private LedgerRow? Named(SandboxCharge charge) =>
        rows.FirstOrDefault(row => row.Provider == charge.Vendor && row.RemoteId == charge.RemoteId)
        ?? (charge.ClientReference is { } reference ? rows.FirstOrDefault(row => row.Provider == charge.Vendor && row.ClientReference == reference) : null);

    private LedgerRow? Unnamed(SandboxCharge charge) =>
        free.Where(row => row.Provider == charge.Vendor && row.IsUnknown && row.MostUsd >= charge.AmountUsd).MinBy(row => row.MostUsd);
}
