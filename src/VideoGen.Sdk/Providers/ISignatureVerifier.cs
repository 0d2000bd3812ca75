namespace VideoGen.Sdk.Providers;

/// <summary>Checks Ed25519 signatures (RFC 8032), which the base library does not; the ASP.NET Core package registers one. Without any, callbacks signed so count as unsigned.</summary>
/// <remarks>
/// Implementers MUST return false, and not throw, for a key or a signature of the wrong length or form.
/// MUST be safe for use by many threads at once. MUST NOT touch the network.
/// </remarks>
public interface ISignatureVerifier
{
    /// <summary>Whether the signature was made over exactly this message by the holder of the key.</summary>
    /// <param name="publicKey">The raw public key, 32 bytes.</param>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">The signature, 64 bytes.</param>
    bool IsValidEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
