namespace VideoGen.Sdk.Providers;

/// <summary>How far a delivery may be trusted.</summary>
public enum CallbackVerdict
{
    /// <summary>The vendor's signature fits these bytes and this time.</summary>
    Verified,

    // Unsigned as in unsigned letters; no number is meant.
#pragma warning disable CA1720
    /// <summary>Not signed, or no secret to check it with: a hint to ask the vendor, never a fact.</summary>
    Unsigned,
#pragma warning restore CA1720

    /// <summary>Wrongly signed, too old, or not of the vendor's form. Ignored.</summary>
    Refused,
}
