using VideoGen.Sdk.Contracts.Providers;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAIAnswerTests : SubmitAnswerContract
{
    protected override string Prompt => OpenAIDesk.Prompt;

    protected override string Key => OpenAIDesk.Key;

    protected override string KeyName => "OPENAI_API_KEY";

    protected override IReadOnlyList<(int Status, string Body)> OwnDoubts =>
    [
        (500, """{"error":{"message":"server_error"}}"""),
        (503, """{"error":{"message":"overloaded"}}"""),
        (408, """{"error":{"message":"timeout"}}"""),
        (404, "<html>nginx</html>"),
        (403, "{}"),
        (200, """{"object":"video"}"""),
    ];

    protected override (int Status, string Body) Refusal(string words) => (400, $$$"""{"error":{"message":"{{{words}}}"}}""");

    protected override IReadOnlyList<(int Status, string Body)> CodedRefusals(string code) => [(400, $$$"""{"error":{"message":"no","code":"{{{code}}}"}}"""), (400, $$$"""{"error":{"message":"no","type":"{{{code}}}"}}""")];

    protected override Task<SubmitTrial> TryAsync(int status, string body, string key) => AnswerDesk.TryAsync(status, body, server => OpenAIDesk.At(server, o => o.ApiKey = key), OpenAIDesk.Task());
}
