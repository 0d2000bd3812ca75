using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => KlingDesk.Prompt;

    protected override string Key => KlingDesk.Key;

    protected override string KeyName => "KLING_API_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"code":5000,"message":"server error"}"""),
        (504, """{"code":5002,"message":"backlog"}"""),
        (503, """{"code":1303,"message":"odd"}"""),
        (408, """{"code":1201,"message":"timeout"}"""),
        (403, """{"error":"blocked by a proxy"}"""),
        (200, """{"code":0,"message":"ok"}"""),
        (200, """{"code":0,"data":{"id":""}}"""),
        (200, """{"code":5000,"message":"server error"}"""),
        (400, """{"code":1201,"message":"external_task_id already exists"}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (400, $$"""{"code":1301,"message":"{{words}}"}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => KlingDesk.At(server, o => o.ApiKey = key), KlingDesk.Task());
}
