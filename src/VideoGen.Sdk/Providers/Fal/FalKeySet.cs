using System.Buffers.Text;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>The public keys that fal signs callbacks with: kept for a day at most, read again when none of them fits, but not by every stranger's delivery.</summary>
internal sealed class FalKeySet(VendorHttp http, Func<FalOptions> readOptions, TimeProvider clock)
{
    // fal's text: not longer than 24 hours.
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile Kept? kept;
    private Task reading = Task.CompletedTask;
    private DateTimeOffset? triedAt;

    /// <summary>The keys; null when they cannot be had.</summary>
    public async Task<IReadOnlyList<byte[]>?> GetAsync(CancellationToken cancellationToken) => Fresh() ?? await ReadAgainAsync(null, cancellationToken).ConfigureAwait(false);

    /// <summary>The keys read anew, after those at hand did not fit; the same ones when they have only just been read.</summary>
    public async Task<IReadOnlyList<byte[]>?> ReadAgainAsync(IReadOnlyList<byte[]>? unfit, CancellationToken cancellationToken)
    {
        Task running;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var isNewer = Fresh() is { } known && !ReferenceEquals(known, unfit);
            if (!isNewer && reading.IsCompleted && !(now - triedAt < ShortestPause))
            {
                triedAt = now;
                reading = ReadAsync();
            }

            running = reading;
        }

        await running.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Fresh();
    }

    // Several deliveries may wait for it, so it hangs on none of their tokens.
    private async Task ReadAsync()
    {
        var outcome = await http.SendSafeAsync(VendorRequest.Get(readOptions().KeySetUrl.AbsoluteUri), CancellationToken.None).ConfigureAwait(false);
        if (outcome is TransportOutcome.Answered { Answer: { IsSuccess: true } answer } && answer.TryRead(FalJsonContext.Default.FalKeySetData, out var data) && data.Keys is { } keys)
        {
            kept = new Kept(clock.GetUtcNow(), [.. keys.Where(k => k is { Kty: "OKP", Crv: "Ed25519" }).Select(k => Decode(k.X)).OfType<byte[]>()]);
        }
    }

    private IReadOnlyList<byte[]>? Fresh() => kept is { } k && clock.GetUtcNow() - k.ReadAt < MaxAge ? k.Keys : null;

    private static byte[]? Decode(string? text)
    {
        var bytes = new byte[32];
        return text is { Length: 43 or 44 } && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length ? bytes : null;
    }

    private sealed record Kept(DateTimeOffset ReadAt, IReadOnlyList<byte[]> Keys);
}
