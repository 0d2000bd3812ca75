namespace VideoGen.Sdk.Diagnostics;

/// <summary>Names in spans and metrics: OpenTelemetry's for generative AI where it has one, else of our own. No prompt, key, link or text of a vendor is ever among the values.</summary>
internal static class TelemetryNames
{
    // OpenTelemetry semantic conventions, generative AI.
    public const string Operation = "gen_ai.operation.name";
    public const string GenerateContent = "generate_content";
    public const string Provider = "gen_ai.provider.name";
    public const string Model = "gen_ai.request.model";
    public const string Seed = "gen_ai.request.seed";
    public const string RemoteId = "gen_ai.response.id";
    public const string OutputType = "gen_ai.output.type";
    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string ErrorType = "error.type";

    public const string JobSpan = "videogen.job";
    public const string JobId = "videogen.job.id";
    public const string JobState = "videogen.job.state";
    public const string JobOperation = "videogen.job.operation";
    public const string JobAttempts = "videogen.job.attempts";
    public const string Tenant = "videogen.tenant";
    public const string Campaign = "videogen.campaign";
    public const string RunEnd = "videogen.run.end";
    public const string AttemptNumber = "videogen.attempt.number";
    public const string AttemptOutcome = "videogen.attempt.outcome";
    public const string Account = "videogen.account";
    public const string CostUsd = "videogen.cost.usd";
    public const string UnverifiedUsd = "videogen.cost.unverified_usd";
    public const string Usd = "videogen.usd";

    public const string MoneyHeld = "videogen.money.held";
    public const string MoneyCharged = "videogen.money.charged";
    public const string MoneyUnverified = "videogen.money.unverified";
    public const string MoneyReleased = "videogen.money.released";
    public const string Answered = "videogen.submit.answered";
    public const string Verdict = "videogen.submit.verdict";

    public const string ActiveJobs = "videogen.job.active";
    public const string JobDuration = "videogen.job.duration";
    public const string Polls = "videogen.poll";
    public const string Charged = "videogen.cost.charged";
    public const string Unverified = "videogen.cost.unverified";
    public const string Downloaded = "videogen.download.size";
}
