using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => PikaDesk.Prompt;

    protected override string Key => PikaDesk.Key;

    protected override string KeyName => "PIKA_API_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"message":"internal"}"""),
        (503, """{"message":"upstream"}"""),
        (504, """{"message":"timeout"}"""),
        (408, """{"message":"timeout"}"""),
        (409, """{"message":"Idempotency-Key reused with another body"}"""),
        (403, """{"blocked":"by a proxy"}"""),
        (200, """{"id":"","status":"queued"}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (422, $$"""{"message":"{{words}}"}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [(422, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}"""), (422, $$"""{"code":"{{code}}","message":"no"}""")];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => PikaDesk.At(server, o => o.ApiKey = key), PikaDesk.Task());
}
