using VideoGen.Sdk.AspNetCore.Webhooks;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

public sealed class Ed25519SignatureVerifierTests
{
    private readonly Ed25519SignatureVerifier verifier = new();

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_standards_vectors_are_valid_and_one_changed_bit_is_not(string key, string message, string signature)
    {
        var (k, m, s) = (Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature));
        Assert.True(verifier.IsValidEd25519(k, m, s));
        Assert.False(verifier.IsValidEd25519(k, [.. m, 0], s));
        for (var i = 0; i < s.Length; i++)
        {
            byte[] changed = [.. s];
            changed[i] ^= 1;
            Assert.False(verifier.IsValidEd25519(k, m, changed));
        }
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(31, 64)]
    [InlineData(33, 64)]
    [InlineData(32, 0)]
    [InlineData(32, 63)]
    [InlineData(32, 65)]
    [InlineData(32, 64)]
    public void Keys_and_signatures_of_the_wrong_form_are_not_valid_and_throw_nothing(int keyLength, int signatureLength)
    {
        foreach (var filling in new byte[] { 0x00, 0x02, 0xff })
        {
            var (key, signature) = (new byte[keyLength], new byte[signatureLength]);
            Array.Fill(key, filling);
            Array.Fill(signature, (byte)0x11);
            Assert.False(verifier.IsValidEd25519(key, "message"u8, signature));
        }
    }
}
