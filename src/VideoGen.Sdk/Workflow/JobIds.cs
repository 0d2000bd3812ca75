namespace VideoGen.Sdk.Workflow;

/// <summary>Ids of jobs: UUIDs of version 7, whose twelve bits after the milliseconds count here, so that ids of one process sort in the order of their making. Safe for use by many threads at once.</summary>
internal sealed class JobIds
{
    private const int PerMillisecond = 1 << 12;

    private readonly Lock gate = new();
    private long last;

    public string Next(DateTimeOffset now)
    {
        long count;
        lock (gate)
        {
            last = count = Math.Max(last + 1, now.ToUnixTimeMilliseconds() * PerMillisecond);
        }

        var bytes = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(count / PerMillisecond)).ToByteArray(bigEndian: true);
        bytes[6] = (byte)(0x70 | (count % PerMillisecond >> 8));
        bytes[7] = (byte)count;
        return new Guid(bytes, bigEndian: true).ToString("N");
    }
}
