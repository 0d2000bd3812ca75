using System.Collections.Concurrent;

namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Keeps one file per shape; thousands of tasks of one shape cost one file.</summary>
internal sealed class ClipShelf
{
    // Speech lengths are open-ended: past this many shapes the shelf starts afresh instead of growing.
    private const int Room = 256;

    private readonly ConcurrentDictionary<ClipShape, Lazy<byte[]>> _clips = new();

    public byte[] Take(ClipShape shape)
    {
        if (_clips.Count >= Room && !_clips.ContainsKey(shape))
        {
            _clips.Clear();
        }

        return _clips.GetOrAdd(shape, wanted => new Lazy<byte[]>(() => Movie.Write(wanted))).Value;
    }
}
