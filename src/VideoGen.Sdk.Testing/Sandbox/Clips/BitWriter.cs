namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Writes the bit strings of H.264: fixed fields and Exp-Golomb codes (ITU-T H.264, 9.1).</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _pending;
    private int _count;

    public void Bits(uint value, int length)
    {
        for (var bit = length - 1; bit >= 0; bit--)
        {
            _pending = (_pending << 1) | (int)((value >> bit) & 1);
            if (++_count == 8)
            {
                _bytes.Add((byte)_pending);
                _pending = 0;
                _count = 0;
            }
        }
    }

    public void Unsigned(uint value)
    {
        var length = 32 - int.LeadingZeroCount((int)(value + 1));
        Bits(0, length - 1);
        Bits(value + 1, length);
    }

    public void Signed(int value) => Unsigned(value > 0 ? (uint)((2 * value) - 1) : (uint)(-2 * value));

    /// <summary>Closes the payload with its stop bit.</summary>
    public byte[] Finish()
    {
        Bits(1, 1);
        while (_count != 0)
        {
            Bits(0, 1);
        }

        return [.. _bytes];
    }
}
