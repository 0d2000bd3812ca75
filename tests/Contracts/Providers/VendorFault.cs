namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>How a vendor behaves from now on.</summary>
public enum VendorFault
{
    /// <summary>It accepts submits, and no answer arrives.</summary>
    LosesAnswers,

    /// <summary>It refuses every submit in its own words.</summary>
    Refuses,

    /// <summary>Nobody answers at its address, or every answer is a fault: free calls fail.</summary>
    IsDown,
}
