using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>Test vectors of the wire facts, through the route: Kling's own, and ours of OpenAI's scheme.</summary>
public sealed class VectorTests
{
    private const string KlingBody = """{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}""";
    private const string OpenAIBody = """{"id":"evt_t1","object":"event","created_at":1758700000,"type":"video.completed","data":{"id":"video_t1"}}""";

    [Theory]
    [InlineData("kling", "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=", "9876543210", 1781080794, KlingBody, "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=")]
    [InlineData("openai", "whsec_dmlkZW9nZW4tc2RrLXRlc3Qtc2VjcmV0LTMyYnl0ZXM=", "wh_t1", 1758700000, OpenAIBody, "v1,URpbSk6Z384RFImUtp/G3ZOMEJRDsMAul4lRuoFFB+s=")]
    public async Task A_vector_is_verified_and_one_changed_byte_is_not(string vendor, string secret, string id, long time, string body, string signature)
    {
        await using var app = await HookedApp.StartAsync(new() { Secrets = [secret], Now = DateTimeOffset.FromUnixTimeSeconds(time) });
        var headers = new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = $"{time}", ["webhook-signature"] = $"v1,AAAA {signature}" };

        using var good = await app.PostAsync($"{vendor}/default", body, headers);
        using var bad = await app.PostAsync($"{vendor}/default", body.Replace('1', '2'), headers);

        Assert.Equal((200, 401), ((int)good.StatusCode, (int)bad.StatusCode));
        Assert.Contains(app.Log.Lines, line => line.Id == 1402);
    }
}
