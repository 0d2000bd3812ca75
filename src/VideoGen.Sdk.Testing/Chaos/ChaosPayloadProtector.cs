using System.Security.Cryptography;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A payload protector as one simulated process sees it. Its points are <c>payloads.Protect</c> and <c>payloads.Unprotect</c>; it fails with <see cref="CryptographicException"/>.</summary>
/// <param name="inner">The protector.</param>
/// <param name="process">The process.</param>
public sealed class ChaosPayloadProtector(IPayloadProtector inner, ChaosProcess process) : IPayloadProtector
{
    /// <inheritdoc/>
    public byte[] Protect(ReadOnlySpan<byte> payload)
    {
        var effect = process.Enter("payloads.Protect", Fault);
        var bytes = inner.Protect(payload);
        process.Leave(effect, Fault);
        return bytes;
    }

    /// <inheritdoc/>
    public byte[] Unprotect(ReadOnlySpan<byte> payload)
    {
        var effect = process.Enter("payloads.Unprotect", Fault);
        var bytes = inner.Unprotect(payload);
        process.Leave(effect, Fault);
        return bytes;
    }

    private static CryptographicException Fault(bool isDone) => new("simulated: the key cannot be had");
}
