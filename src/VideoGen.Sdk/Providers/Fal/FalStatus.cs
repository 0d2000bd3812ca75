using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Asks how a request stands. COMPLETED means only that it is over: what came of it is told by its error and by the HTTP status of its result.</summary>
internal sealed class FalStatus(FalCalls calls)
{
    public async Task<ProviderJobStatus> ReadAsync(RemoteJob job, CancellationToken cancellationToken)
    {
        var path = FalModels.RequestPath(job);
        var answer = await calls.GetAsync($"{path}/status", cancellationToken).ConfigureAwait(false);
        if (answer.Code == 404)
        {
            return new ProviderJobStatus { State = ProviderJobState.NotVisible };
        }

        if (!answer.IsSuccess || !answer.TryRead(FalJsonContext.Default.FalQueueData, out var data) || data.Status is null)
        {
            throw FalErrors.Asked(answer, job.Spec?.Prompt);
        }

        return data.Status switch
        {
            "IN_QUEUE" => new ProviderJobStatus { State = ProviderJobState.Queued, WireState = data.Status },
            "IN_PROGRESS" => new ProviderJobStatus { State = ProviderJobState.Running, WireState = data.Status },
            "COMPLETED" => await EndedAsync(job, data, Checked(data.ResponseUrl) ?? path, cancellationToken).ConfigureAwait(false),
            _ => Unclear(answer.Word(data.Status, job.Spec?.Prompt, job.Spec?.NegativePrompt)),
        };
    }

    private async Task<ProviderJobStatus> EndedAsync(RemoteJob job, FalQueueData data, string address, CancellationToken cancellationToken)
    {
        var result = await calls.SendAsync(HttpMethod.Get, address, cancellationToken).ConfigureAwait(false);
        if (result.IsSuccess && result.TryRead(FalJsonContext.Default.JsonDocument, out var document))
        {
            using (document)
            {
                // A clip that is there was made, whatever the status says about it.
                if (FalOutputs.Of(document.RootElement) is { Count: > 0 } outputs)
                {
                    return new ProviderJobStatus { State = ProviderJobState.Succeeded, WireState = "COMPLETED", Outputs = outputs };
                }
            }
        }

        var told = Told(data);
        var fault = FalFault.Of(result);
        if (fault is not null && IsAboutUs(result.Code, fault, told))
        {
            throw FalErrors.Asked(result, job.Spec?.Prompt);
        }

        // A gateway's passing 500 is about this question: it must not make free what the status calls moderated.
        fault = fault is null || result.IsSuccess || (told is not null && !IsTheModels(result.Code, fault)) ? told : fault with { Type = fault.Type ?? told?.Type, IsOfPlatform = fault.IsOfPlatform || told is { IsOfPlatform: true } };
        return fault is null || (told is null && !IsTheModels(result.Code, fault)) ? Unclear($"COMPLETED (result: HTTP {result.Code})") : Failed(job, result, fault, data);
    }

    private static ProviderJobStatus Failed(RemoteJob job, VendorAnswer result, FalFault fault, FalQueueData data)
    {
        // Taken out of the queue before anything ran: fal states no inference time but zero.
        var charge = fault.IsCancel && InferenceSeconds(data) == 0m ? ChargeCertainty.None : FalErrors.ChargeOf(fault);
        return new ProviderJobStatus
        {
            State = fault.IsCancel ? ProviderJobState.Cancelled : ProviderJobState.Failed,
            WireState = "COMPLETED",
            Failure = FalErrors.Of(result, fault, charge, job.Spec?.Prompt, job.Spec?.NegativePrompt),
            ChargeUsd = charge == ChargeCertainty.None ? 0m : null,
        };
    }

    // The key was refused or calls come too fast: that is said about this question, not about the request.
    private static bool IsAboutUs(int status, FalFault fault, FalFault? told) => told is null && !fault.IsOfModel && !fault.IsOfPlatform && status is 401 or 402 or 403 or 429;

    // Without a word in the status only an error in the model's or the platform's own form ends a request; a bare 4xx or 5xx may be the question's own.
    private static bool IsTheModels(int status, FalFault fault) => fault.IsOfModel || fault.IsOfPlatform || status == 422;

    private static FalFault? Told(FalQueueData data)
    {
        var (words, type) = (FalFault.Text(data.Error), FalFault.Text(data.ErrorType));
        return words is null && type is null ? null : new FalFault { Type = type, Words = words, IsOfPlatform = FalFault.IsPlatforms(type) };
    }

    private static decimal? InferenceSeconds(FalQueueData data) =>
        data.Metrics is { ValueKind: JsonValueKind.Object } m && m.TryGetProperty("inference_time", out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetDecimal(out var seconds) ? seconds : null;

    // The key goes along, so an address from an answer is taken only if it lies where the key may go; else our own does.
    private string? Checked(JsonElement? responseUrl) => Uri.TryCreate(FalFault.Text(responseUrl), UriKind.Absolute, out var url) && OwnChecks.IsSameOrigin(calls.Http.Endpoint.BaseUrl, url) ? url.AbsoluteUri : null;

    private static ProviderJobStatus Unclear(string? word) => new() { State = ProviderJobState.Unknown, WireState = word };
}
