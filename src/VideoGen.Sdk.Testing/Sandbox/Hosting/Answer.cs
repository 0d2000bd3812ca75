using Microsoft.AspNetCore.Http;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>Decides a vendor's answer to one call.</summary>
internal delegate Task<Reply> Answer(HttpContext http);
