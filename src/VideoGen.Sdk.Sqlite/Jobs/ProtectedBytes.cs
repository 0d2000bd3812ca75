using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Bytes as they lie in a column. Each row says whether it is protected, so that rows from before a protector was registered stay readable.</summary>
internal sealed class ProtectedBytes(IPayloadProtector? protector, string path)
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
            throw SqliteErrors.Plain($"Job {jobId} in '{path}' is encrypted; register the IPayloadProtector that wrote it.", path);
        }

        try
        {
            return protector.Unprotect(stored);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw SqliteErrors.Plain($"Job {jobId} in '{path}' cannot be decrypted; give the IPayloadProtector the key under which it was written.", path, exception);
        }
    }
}
