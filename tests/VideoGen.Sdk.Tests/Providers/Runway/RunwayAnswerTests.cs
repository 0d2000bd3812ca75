using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => RunwayDesk.Prompt;

    protected override string Key => RunwayDesk.Key;

    protected override string KeyName => "RUNWAY_API_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"error":"Internal error"}"""),
        (502, """{"error":"Bad gateway"}"""),
        (504, """{"error":"Timeout"}"""),
        (503, """{"message":"no healthy upstream"}"""),
        (408, """{"error":"Timeout"}"""),
        (401, """{"message":"Unauthorized"}"""),
        (403, "<html>blocked by a proxy</html>"),
        (200, """{"id":" "}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (400, $$"""{"error":"{{words}}"}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => RunwayDesk.At(server, o => o.ApiKey = key), RunwayDesk.Task());
}
