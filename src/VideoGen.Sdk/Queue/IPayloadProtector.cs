namespace VideoGen.Sdk.Queue;

/// <summary>Encrypts what stores write of prompts and results, where an app asks for it. Without one, payloads are plain.</summary>
/// <remarks>Implementers MUST be safe for use by many threads at once, and MUST still read what they wrote under earlier keys.</remarks>
public interface IPayloadProtector
{
    /// <summary>Encrypts a payload.</summary>
    byte[] Protect(ReadOnlySpan<byte> payload);

    /// <summary>Decrypts a payload.</summary>
    byte[] Unprotect(ReadOnlySpan<byte> payload);
}
