using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>Maps a vendor's calls under its prefix, each through the door.</summary>
internal sealed class VendorRoutes(IEndpointRouteBuilder routes, Door door)
{
    public void Get(string pattern, SandboxOperation operation, Answer answer, bool keyless = false) => Map(pattern, "GET", operation, answer, keyless);

    public void Post(string pattern, SandboxOperation operation, Answer answer, bool keyless = false) => Map(pattern, "POST", operation, answer, keyless);

    public void Put(string pattern, SandboxOperation operation, Answer answer, bool keyless = false) => Map(pattern, "PUT", operation, answer, keyless);

    public void Patch(string pattern, SandboxOperation operation, Answer answer) => Map(pattern, "PATCH", operation, answer, keyless: false);

    public void Delete(string pattern, SandboxOperation operation, Answer answer) => Map(pattern, "DELETE", operation, answer, keyless: false);

    /// <summary>Whatever no other route takes, with or without a key.</summary>
    public void Otherwise(Answer answer, string pattern = "/{**rest}") => routes.Map(pattern, door.Open(SandboxOperation.Any, answer, keyless: true)).WithOrder(1000);

    /// <summary>Files bring their own faults and need no key.</summary>
    public void Files(Answer answer) => routes.MapMethods("/files/{task}/{name}", ["GET", "HEAD"], async http => await (await answer(http).ConfigureAwait(false)).SendAsync(http).ConfigureAwait(false));

    private void Map(string pattern, string method, SandboxOperation operation, Answer answer, bool keyless) =>
        routes.MapMethods(pattern, [method], door.Open(operation, answer, keyless));
}
