using System.Security.Cryptography;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests;

/// <summary>AES-GCM under one key: nonce, tag, text.</summary>
internal sealed class AesProtector(byte key = 7) : IPayloadProtector
{
    private readonly byte[] key = [.. Enumerable.Repeat(key, 32)];

    public byte[] Protect(ReadOnlySpan<byte> payload)
    {
        var result = new byte[12 + 16 + payload.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(result.AsSpan(0, 12), payload, result.AsSpan(28), result.AsSpan(12, 16));
        return result;
    }

    public byte[] Unprotect(ReadOnlySpan<byte> payload)
    {
        var plain = new byte[payload.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(payload[..12], payload[28..], payload.Slice(12, 16), plain);
        return plain;
    }
}
