using System.Security.Cryptography;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A signature verifier as one simulated process sees it. Its one point is <c>signatures.IsValidEd25519</c>; it fails with <see cref="CryptographicException"/>.</summary>
/// <param name="inner">The verifier.</param>
/// <param name="process">The process.</param>
public sealed class ChaosSignatureVerifier(ISignatureVerifier inner, ChaosProcess process) : ISignatureVerifier
{
    /// <inheritdoc/>
    public bool IsValidEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var effect = process.Enter("signatures.IsValidEd25519", Fault);
        var isValid = inner.IsValidEd25519(publicKey, message, signature);
        process.Leave(effect, Fault);
        return isValid;
    }

    private static CryptographicException Fault(bool isDone) => new("simulated: the signature cannot be checked");
}
