namespace VideoGen.Sdk.Costs;

/// <summary>How an attempt's money stands.</summary>
public enum LineState
{
    /// <summary>Held; an outcome is expected.</summary>
    Reserved,

    /// <summary>Held; nobody knows the outcome. Never frees itself.</summary>
    Unverified,

    /// <summary>Booked.</summary>
    Charged,

    /// <summary>Free again; nothing was charged.</summary>
    Released,
}
