namespace VideoGen.Sdk.Http;

/// <summary>Which connections a call may use. Lanes never share a pool: a guarded call must not ride on an unguarded connection.</summary>
internal enum Lane
{
    /// <summary>To an address that the app configured: the API, or storage that it trusts for downloads.</summary>
    Configured,

    /// <summary>To an address taken from an answer: public ones only.</summary>
    Guarded,

    /// <summary>To an address taken from an answer: public ones and this machine.</summary>
    GuardedOrLoopback,
}
