namespace VideoGen.Sdk.Queue;

/// <summary>What an owner asks for when it takes jobs that may run now.</summary>
public sealed record JobClaim
{
    /// <summary>Who takes them; registered and alive.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Most jobs to take; never more than the owner has free places.</summary>
    public required int Max { get; init; }

    /// <summary>Names of the providers that this process has; null takes jobs of every provider. Jobs that need no certain provider (<see cref="ClaimOrder.ProviderOf"/>) are always taken.</summary>
    public IReadOnlyCollection<string>? Providers { get; init; }

    /// <summary>Names of the stages that this process has; null takes jobs in every stage.</summary>
    public IReadOnlyCollection<string>? Stages { get; init; }

    /// <summary>Most jobs of one tenant, those of <see cref="TenantPlaces"/> counted; null for no such limit. Jobs without tenant count as those of one tenant.</summary>
    public int? MaxPerTenant { get; init; }

    /// <summary>How many places each tenant has taken already; no tenant is the empty text.</summary>
    public IReadOnlyDictionary<string, int> TenantPlaces { get; init => field = value ?? Nobody; } = Nobody;

    private static readonly IReadOnlyDictionary<string, int> Nobody = new Dictionary<string, int>();
}
