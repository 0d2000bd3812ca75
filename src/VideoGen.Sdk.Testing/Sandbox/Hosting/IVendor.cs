using Microsoft.AspNetCore.Http;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>One vendor's wire.</summary>
internal interface IVendor
{
    /// <summary>The path prefix, and the name in faults and charges.</summary>
    string Name { get; }

    void Map(VendorRoutes routes);

    /// <summary>The vendor's refusal of a call whose key or mandatory headers are not in order, else null.</summary>
    Reply? Refuse(HttpContext http);

    /// <summary>The vendor's words for a body that is not JSON.</summary>
    Reply Unreadable();

    /// <summary>Forgets whatever it keeps beside the tasks.</summary>
    void Reset();
}
