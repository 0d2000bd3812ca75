using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => HeyGenDesk.Prompt;

    protected override string Key => HeyGenDesk.Key;

    protected override string KeyName => "HEYGEN_API_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"error":{"code":"internal_error","message":"x"}}"""),
        (503, """{"error":{"code":"gateway_timeout","message":"x"}}"""),
        (504, """{"error":{"code":"gateway_timeout","message":"x"}}"""),
        (408, """{"error":{"code":"timeout","message":"x"}}"""),
        (409, """{"error":{"code":"request_in_progress","message":"x"}}"""),
        (403, """{"blocked":"by a proxy"}"""),
        (200, """{"data":{}}"""),
        (200, """{"data":{"video_id":"","status":"waiting"}}"""),
        (200, """{"data":null,"error":null}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (400, $$$"""{"error":{"code":"invalid_parameter","param":"'{{{HeyGenDesk.Prompt}}}'","message":"{{{words}}}"}}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [(400, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""")];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => HeyGenDesk.At(server, o => o.ApiKey = key), HeyGenDesk.Task());
}
