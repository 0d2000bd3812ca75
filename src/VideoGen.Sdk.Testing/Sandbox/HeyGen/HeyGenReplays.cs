using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>
/// Idempotency keys: a repeat within 24 hours gets the first answer again, even when its body differs; while the first call runs it gets a 409.
/// Whether refusals are replayed too is not stated; here only what took effect is.
/// </summary>
internal sealed partial class HeyGenReplays(World world)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Reply? First)> _answers = new();

    public void Reset() => _answers.Clear();

    public Answer Keyed(Answer answer) => async http =>
    {
        if (http.Header("Idempotency-Key") is not { } key)
        {
            return await answer(http).ConfigureAwait(false);
        }

        if (!Form().IsMatch(key))
        {
            throw HeyGenErrors.Invalid("Idempotency-Key", "must have 1 to 255 characters of A-Z a-z 0-9 _ : . -");
        }

        var scope = $"{http.Request.Path} {key}";
        if (_answers.TryGetValue(scope, out var old) && world.Now - old.At >= Life)
        {
            _answers.TryRemove(scope, out _);
        }

        if (!_answers.TryAdd(scope, (world.Now, null)))
        {
            return _answers[scope].First ?? HeyGenErrors.Of(409, "request_in_progress", "A request with this key is in progress");
        }

        return await FirstAsync(answer, http, scope).ConfigureAwait(false);
    };

    private async Task<Reply> FirstAsync(Answer answer, Microsoft.AspNetCore.Http.HttpContext http, string scope)
    {
        Reply? first = null;
        try
        {
            first = await answer(http).ConfigureAwait(false);
            return first;
        }
        finally
        {
            if (first is { Status: < 300 })
            {
                _answers[scope] = (world.Now, first);
            }
            else
            {
                _answers.TryRemove(scope, out _);
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_:.-]{1,255}\\z")]
    private static partial Regex Form();
}
