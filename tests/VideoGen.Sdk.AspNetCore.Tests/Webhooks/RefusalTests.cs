using System.Net;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>What strangers send, while a job waits: nothing of it is written down and nothing is asked.</summary>
public sealed class RefusalTests
{
    private const string OtherSecret = "whsec_b3RoZXItc2VjcmV0LTMyLWJ5dGVzLWxvbmctISEhISE=";

    [Fact]
    public async Task What_is_wrongly_signed_is_refused_and_nothing_is_written_down()
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync("kling");
        await app.StatusReadAsync();
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        var (now, body) = (app.Clock.GetUtcNow(), Letters.Kling("stranger-1", reference));
        var before = await app.Store.GetSignalsAsync((await app.JobAsync()).Id, app.Stop);

        (string Body, IReadOnlyDictionary<string, string> Headers)[] wrong =
        [
            (body.Replace("stranger-1", "stranger-2", StringComparison.Ordinal), Letters.Signed(body, now)),
            (body, Letters.Signed(body, now, secret: OtherSecret)),
            (body, Letters.Signed(body, now.AddSeconds(-301))),
            (body, Letters.Signed(body, now.AddSeconds(301))),
            (body, new Dictionary<string, string>(Letters.Signed(body, now)) { ["webhook-id"] = "m2" }),
        ];
        foreach (var (told, headers) in wrong)
        {
            using var answer = await app.PostAsync($"kling/default/{reference}", told, headers);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsStringAsync(app.Stop));
        }

        Assert.Equal(["submit"], (await app.OutcomesAsync()).Select(record => record.Source));
        Assert.Equal(before, await app.Store.GetSignalsAsync((await app.JobAsync()).Id, app.Stop));
        Assert.Equal(1, app.StatusReads);
    }

    [Fact]
    public async Task A_genuine_delivery_sent_to_another_jobs_address_is_refused()
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync("kling", "one");
        _ = app.GenerateAsync("kling", "two");
        await app.StatusReadAsync(2);
        var (one, two) = ((await app.OutcomesAsync("one")).Single(), (await app.OutcomesAsync("two")).Single());

        foreach (var body in new[] { Letters.Kling(one.RemoteId!, one.ClientReference), Letters.Kling(one.RemoteId!, null) })
        {
            using var answer = await app.PostAsync($"kling/default/{two.ClientReference}", body, Letters.Signed(body, app.Clock.GetUtcNow()));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Single(await app.OutcomesAsync("two"));
    }

    [Theory]
    [InlineData("fal", "default")]
    [InlineData("kling", "eu")]
    public async Task One_accounts_secret_does_not_speak_for_anothers_jobs(string vendor, string account)
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync(vendor);
        await app.StatusReadAsync();
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        var body = Letters.Kling("stranger-1", null);

        using var answer = await app.PostAsync($"kling/{account}/{reference}", body, Letters.Signed(body, app.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Single(await app.OutcomesAsync());
    }

    [Fact]
    public async Task A_genuine_delivery_of_another_fal_user_is_refused()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = "somebody-else" });
        _ = app.GenerateAsync("fal");

        var mail = (await app.Received.WaitAsync(_ => true, 1, app.Stop))[0];

        Assert.Equal(401, mail.Status);
        Assert.Equal(["submit"], (await app.OutcomesAsync()).Select(record => record.Source));
    }

    [Theory]
    [InlineData("nobody/default", HttpStatusCode.NotFound)]
    [InlineData("kling/nobody", HttpStatusCode.NotFound)]
    [InlineData("kling/nobody/vg-1", HttpStatusCode.NotFound)]
    [InlineData("runway/default", HttpStatusCode.NotFound)]
    [InlineData("kling", HttpStatusCode.NotFound)]
    [InlineData("kling/default", HttpStatusCode.OK)]
    [InlineData("kling/default/vg-1", HttpStatusCode.OK)]
    public async Task Only_known_accounts_are_addresses_and_whether_a_job_exists_is_told_to_nobody(string path, HttpStatusCode status)
    {
        await using var app = await HookedApp.StartAsync();

        using var answer = await app.PostAsync(path, Letters.Kling("stranger-1", null));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(app.Calls.All);
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("a=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_no_vendor_sends_is_refused(string body, string contentType, HttpStatusCode status)
    {
        await using var app = await HookedApp.StartAsync();

        using var answer = await app.PostAsync("kling/default", body, contentType: contentType);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_a_mebibyte_is_refused_whether_it_says_its_length_or_not(bool saysLength)
    {
        await using var app = await HookedApp.StartAsync();
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(app.BaseUrl, "/videogen/webhooks/kling/default"));
        post.Content = new ByteArrayContent(new byte[1024 * 1024 + 1]);
        post.Content.Headers.ContentType = new("application/json");
        post.Headers.TransferEncodingChunked = !saysLength;

        using var answer = await app.Http.SendAsync(post, app.Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", HttpStatusCode.OK)]
    public async Task Other_methods_are_refused_and_OPTIONS_is_answered(string method, HttpStatusCode status)
    {
        await using var app = await HookedApp.StartAsync();
        foreach (var path in new[] { "heygen/default", "heygen/default/vg-1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(app.BaseUrl, $"/videogen/webhooks/{path}"));
            using var answer = await app.Http.SendAsync(request, app.Stop);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("POST", answer.Content.Headers.Allow);
        }
    }
}
