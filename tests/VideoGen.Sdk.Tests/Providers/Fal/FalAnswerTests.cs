using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => FalDesk.Prompt;

    protected override string Key => FalDesk.Key;

    protected override string KeyName => "FAL_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"detail":"Internal Server Error"}"""),
        (500, """{"detail":"x","error_type":"internal_error"}"""),
        (503, """{"detail":"x","error_type":"runner_scheduling_failure"}"""),
        (408, """{"detail":"Request timeout"}"""),
        (403, """{"error":"blocked by a proxy"}"""),
        (200, """{"status":"IN_QUEUE"}"""),
        (200, """{"status":"IN_QUEUE","request_id":""}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (422, $$"""{"detail":[{"loc":["body","prompt"],"msg":"{{words}}","type":"one_of","input":"{{FalDesk.Prompt}}"}]}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [(422, $$"""{"detail":[{"loc":["body","prompt"],"msg":"no","type":"{{code}}"}]}"""), (422, $$"""{"detail":"no","error_type":"{{code}}"}""")];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => FalDesk.At(server, o => o.ApiKey = key), FalDesk.Task());
}
