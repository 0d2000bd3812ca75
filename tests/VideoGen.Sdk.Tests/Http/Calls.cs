using System.Text;
using Microsoft.Extensions.Time.Testing;
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

    /// <summary>Deadlines out of the way, so that only the waits between tries hang on the clock.</summary>
    public static VendorHttp Patient(Uri server, TimeProvider clock) => Direct(server, clock, e => e with { AnswerTimeout = TimeSpan.FromDays(1), BodyTimeout = TimeSpan.FromDays(1) });

    /// <summary>Lets the clock run until the call has ended.</summary>
    public static async Task<T> PumpAsync<T>(Func<TimeProvider, Task<T>> call)
    {
        var clock = new FakeTimeProvider();
        var calling = call(clock);
        while (!calling.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await calling;
    }
}
