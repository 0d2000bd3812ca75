using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace VideoGen.Sdk.Http;

/// <summary>Retries for calls that only read. Sits inside our own handler, where nothing that an app configures removes or doubles it.</summary>
internal static class SafeRetry
{
    private static readonly TimeSpan LongestObeyedWait = TimeSpan.FromSeconds(10);

    public static ResilienceHandler Around(HttpMessageHandler inner, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = LongestObeyedWait,
            UseJitter = true,
            ShouldHandle = a => ValueTask.FromResult(IsWorthRepeating(a, clock)),
        };
        retry.DisableForUnsafeHttpMethods();
        return new ResilienceHandler(builder.AddRetry(retry).Build()) { InnerHandler = inner };
    }

    // 429 is left to the vendor's folder: some vendors answer it for things that waiting never heals (Kling, 2026-09).
    private static bool IsWorthRepeating(RetryPredicateArguments<HttpResponseMessage> args, TimeProvider clock) => args.Outcome switch
    {
        { Exception: RepeatedSendException or AddressRefusedException or AnswerTooLargeException } => false,
        { Exception: HttpRequestException or IOException or TimeoutException } => true,
        { Result: { } r } => r.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
            && (AnswerReader.RetryAfter(r.Headers.RetryAfter, clock) ?? TimeSpan.Zero) <= LongestObeyedWait,
        _ => false,
    };
}
