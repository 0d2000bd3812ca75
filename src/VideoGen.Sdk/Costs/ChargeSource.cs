namespace VideoGen.Sdk.Costs;

/// <summary>Where the amount of a charge comes from.</summary>
public enum ChargeSource
{
    /// <summary>The vendor said so.</summary>
    Vendor,

    /// <summary>Computed from the real length and the catalogue's price.</summary>
    Computed,

    /// <summary>The estimate, for want of anything better.</summary>
    Estimate,

    /// <summary>Unverified for so long that it is presumed charged.</summary>
    Presumed,

    /// <summary>A person decided.</summary>
    Person,
}
