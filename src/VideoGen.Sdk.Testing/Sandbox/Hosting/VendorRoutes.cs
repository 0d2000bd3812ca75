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
    public void Otherwise(Answer answer, string pattern = "/{**rest}") =>
        routes.Map(pattern, door.Open(SandboxOperation.Any, answer, keyless: true)).WithOrder(1000);

    /// <summary>Files behind signed links bring their own faults and need no key.</summary>
    public void Files(Answer answer) => MapFiles("/files/{task}/{name}", answer);

    /// <summary>Files behind the vendor's key.</summary>
    public void Contents(string pattern, IVendor vendor, Answer answer) =>
        MapFiles(pattern, http => vendor.Refuse(http) is { } refusal ? Task.FromResult(refusal) : answer(http));

    // Faults of downloads take hold where the file is handed over, not at the door.
    private void MapFiles(string pattern, Answer answer) => routes.MapMethods(pattern, ["GET", "HEAD"], async http =>
    {
        Reply reply;
        try
        {
            reply = await answer(http).ConfigureAwait(false);
        }
        catch (RefusedException refusal)
        {
            reply = refusal.Reply;
        }

        await reply.SendAsync(http).ConfigureAwait(false);
    });

    private void Map(string pattern, string method, SandboxOperation operation, Answer answer, bool keyless) =>
        routes.MapMethods(pattern, [method], door.Open(operation, answer, keyless));
}
