using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;

namespace VideoGen.Sdk.Tests.Budgets;

/// <summary>Budget options as a test holds them.</summary>
internal sealed class FixedOptions(BudgetOptions options) : IOptionsMonitor<BudgetOptions>
{
    public BudgetOptions CurrentValue => options;

    public BudgetOptions Get(string? name) => options;

    public IDisposable? OnChange(Action<BudgetOptions, string?> listener) => null;
}
