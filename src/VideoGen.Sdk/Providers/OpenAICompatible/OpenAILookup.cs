using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Looks a lost create up in the list. The API carries no reference of ours, so only time, prompt, model and size can tell, and only if they leave no doubt.</summary>
internal sealed class OpenAILookup(OpenAICalls calls)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    // Clocks differ; a create is listed from the moment it arrived, at most a submit deadline after the intent.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public async Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, TimeSpan submitDeadline, CancellationToken cancellationToken)
    {
        if (trace.Spec is not { } spec)
        {
            return new RemoteJobMatch.NotSupported();
        }

        var (from, to) = (trace.SubmittedAt - Skew, trace.SubmittedAt + submitDeadline + Skew);
        var candidates = new List<OpenAIVideo>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await calls.GetAsync($"videos?limit={PageSize}&order=desc{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}", cancellationToken).ConfigureAwait(false);
            if (answer.Code is 404 or 405 or 501)
            {
                return new RemoteJobMatch.NotSupported();
            }

            var list = OpenAICalls.Read(answer, OpenAIJsonContext.Default.OpenAIVideoList);
            var shown = list.Data ?? [];
            candidates.AddRange(shown.Where(v => v.Id is not null && IsWithin(v, from, to) && !Contradicts(v, spec)));
            if (!list.HasMore || shown.Count == 0 || (At(shown[^1]) is { } oldest && oldest < from))
            {
                return Judge(candidates, spec);
            }

            after = list.LastId ?? shown[^1].Id;
        }

        // More than a thousand newer videos: what was not seen may match as well.
        return candidates.Count == 0 ? new RemoteJobMatch.NotFound() : new RemoteJobMatch.Ambiguous([.. candidates.Select(c => c.Id!)]);
    }

    /// <summary>One that shows our words, and none beside it that hides its own.</summary>
    private static RemoteJobMatch Judge(List<OpenAIVideo> candidates, GenerationSpec spec) => candidates switch
    {
        [] => new RemoteJobMatch.NotFound(),
        [{ Prompt: { } prompt, Id: { } id, CreatedAt: not null }] when prompt == spec.Prompt => new RemoteJobMatch.Found(id),
        _ => new RemoteJobMatch.Ambiguous([.. candidates.Select(c => c.Id!)]),
    };

    private static bool IsWithin(OpenAIVideo video, DateTimeOffset from, DateTimeOffset to) => At(video) is not { } at || (at >= from && at <= to);

    private static bool Contradicts(OpenAIVideo video, GenerationSpec spec) =>
        (video.Prompt is { } prompt && prompt != spec.Prompt)
        || (video.Model is { } model && !IsSameModel(model, spec.Model))
        || (video.Size is { } size && OpenAISize.Of(spec) is { } asked && size != asked)
        || (video.Length is { } length && spec.Duration is { } duration && length != (decimal)Math.Ceiling(duration.TotalSeconds));

    // sora-2 may come back as sora-2-2025-12-08, and openai/sora-2 as sora-2.
    private static bool IsSameModel(string shown, string asked)
    {
        var bare = asked[(asked.LastIndexOf('/') + 1)..];
        return shown == asked || shown[(shown.LastIndexOf('/') + 1)..].StartsWith(bare, StringComparison.OrdinalIgnoreCase);
    }

    private static DateTimeOffset? At(OpenAIVideo video) => video.CreatedAt is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds((long)video.CreatedAt) : null;
}
