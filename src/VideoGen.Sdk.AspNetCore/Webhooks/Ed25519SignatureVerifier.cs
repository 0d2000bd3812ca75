using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.AspNetCore.Webhooks;

/// <summary>Checks Ed25519 signatures (RFC 8032), as fal makes them. <c>AddWebhooks()</c> registers it; a host of another kind may register it itself. Safe for use by many threads at once.</summary>
public sealed class Ed25519SignatureVerifier : ISignatureVerifier
{
    /// <inheritdoc/>
    public bool IsValidEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != Ed25519PublicKeyParameters.KeySize || signature.Length != Ed25519.SignatureSize)
        {
            return false;
        }

        try
        {
            var told = message.ToArray();
            return new Ed25519PublicKeyParameters(publicKey).Verify(Ed25519.Algorithm.Ed25519, null, told, 0, told.Length, signature.ToArray(), 0);
        }
        catch (ArgumentException)
        {
            // The 32 bytes are no point of the curve.
            return false;
        }
    }
}
