using System.Buffers.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Tests.Providers.Fal;

/// <summary>Signs and checks as the vendor does; RFC 8032 by a library that is not ours.</summary>
internal sealed class Ed25519 : ISignatureVerifier
{
    private readonly Ed25519PrivateKeyParameters key;

    public Ed25519(byte seed) => key = new([.. Enumerable.Repeat(seed, 32)], 0);

    public string KeySet => $$"""{"keys":[{"kty":"RSA","n":"x"},{"kty":"OKP","crv":"Ed25519","x":"short"},{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.EncodeToString(key.GeneratePublicKey().GetEncoded())}}"}]}""";

    public byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    public bool IsValidEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(publicKey.ToArray(), 0));
        verifier.BlockUpdate(message.ToArray(), 0, message.Length);
        return verifier.VerifySignature(signature.ToArray());
    }
}
