using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Bytes as they lie in a column. Each row says whether it is protected, so that rows from before a protector was registered stay readable.</summary>
internal sealed class ProtectedBytes(IPayloadProtector? protector, string place)
{
    /// <summary>Whether what is written now is unreadable without the protector.</summary>
    public bool IsProtecting => protector is not null;

    public byte[] Write(ReadOnlySpan<byte> plain) => protector is null ? plain.ToArray() : protector.Protect(plain);

    /// <exception cref="StoreException">It cannot be decrypted here.</exception>
    public byte[] Read(byte[] stored, bool isProtected, string jobId)
    {
        if (!isProtected)
        {
            return stored;
        }

        if (protector is null)
        {
            throw PostgreSqlErrors.Plain($"Job {jobId} in {place} is encrypted; register the IPayloadProtector that wrote it.", place);
        }

        try
        {
            return protector.Unprotect(stored);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw PostgreSqlErrors.Plain($"Job {jobId} in {place} cannot be decrypted; give the IPayloadProtector the key under which it was written.", place, exception);
        }
    }
}
