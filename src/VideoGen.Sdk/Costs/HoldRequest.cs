namespace VideoGen.Sdk.Costs;

/// <summary>The wish to hold money and slots for one attempt.</summary>
public sealed record HoldRequest
{
    /// <summary>The attempt.</summary>
    public required AttemptKey Key { get; init; }

    /// <summary>Our id at the vendor.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Upper bound of the price in USD; what is held.</summary>
    public required decimal EstimateUsd { get; init; }

    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>Tenant; null without.</summary>
    public string? Tenant { get; init; }

    /// <summary>Campaign; null without.</summary>
    public string? Campaign { get; init; }

    /// <summary>Tags of the request.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Playing time that is asked of the model; null where it takes none.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Every limit that this attempt must fit, all at once.</summary>
    public required IReadOnlyList<Limit> Limits { get; init; }

    /// <summary>After this long an attempt whose outcome is unknown gives its running place (never its money) back.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Whether this attempt is counted by a limit of that scope.</summary>
    public bool IsIn(LimitScope scope) => scope.Kind switch
    {
        LimitScopeKind.All => true,
        LimitScopeKind.Account => IsAccount(scope.Value),
        LimitScopeKind.Tenant => scope.Value == Tenant,
        _ => scope.Value == Campaign,
    };

    // Planning asks this for every limit of dozens of candidates: no string is built.
    private bool IsAccount(ReadOnlySpan<char> id) =>
        id.Length == Provider.Length + 1 + Account.Length && id.StartsWith(Provider, StringComparison.Ordinal)
        && id[Provider.Length] == '/' && id.EndsWith(Account, StringComparison.Ordinal);
}
