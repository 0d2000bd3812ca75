using System.Text;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Tests.Http;

internal static class Calls
{
    public const string Key = "sk-test-0123456789abcdef";

    public static VendorRequest Submit(string prompt = "a paper boat crosses a rain puddle") =>
        VendorRequest.Post("/create", Encoding.UTF8.GetBytes($$"""{"prompt":"{{prompt}}"}"""), KeyValuePair.Create("Authorization", "Bearer " + Key));

    public static VendorRequest Read(string path = "/status") => VendorRequest.Get(path, KeyValuePair.Create("Authorization", "Bearer " + Key));

    public static VendorEndpoint At(Uri server) => new() { BaseUrl = server, AllowLoopback = true };

    public static VendorHttp Direct(Uri server, TimeProvider? clock = null, Func<VendorEndpoint, VendorEndpoint>? vary = null) =>
        VendorHttp.Create(() => (vary ?? (e => e))(At(server)), clock);
}
