using System.Buffers.Binary;
using System.Text;

namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Bytes of ISO base media boxes, big endian, length first.</summary>
internal static class Box
{
    public static byte[] Of(string type, params byte[][] parts)
    {
        var body = Join(parts);
        return Join(U32((uint)body.Length + 8), Encoding.ASCII.GetBytes(type), body);
    }

    public static byte[] Join(params byte[][] parts)
    {
        var joined = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(joined, at);
            at += part.Length;
        }

        return joined;
    }

    public static byte[] U32(params uint[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(index * 4), values[index]);
        }

        return bytes;
    }

    public static byte[] U16(params ushort[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(index * 2), values[index]);
        }

        return bytes;
    }

    public static byte[] Zeros(int count) => new byte[count];

    /// <summary>The unity matrix every track and movie header carries.</summary>
    public static byte[] Matrix() => U32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
}
