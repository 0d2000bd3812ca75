namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>CAVLC for blocks that hold nothing or a single DC level (ITU-T H.264, 9.2).</summary>
internal static class AvcCoefficient
{
    public static void Luma(BitWriter bits, int level) => Write(bits, level, none: (1, 1), trailingOne: (0b01, 2), single: (0b000101, 6));

    public static void Chroma(BitWriter bits, int level) => Write(bits, level, none: (0b01, 2), trailingOne: (1, 1), single: (0b000111, 6));

    private static void Write(BitWriter bits, int level, (uint Code, int Length) none, (uint Code, int Length) trailingOne, (uint Code, int Length) single)
    {
        if (level == 0)
        {
            bits.Bits(none.Code, none.Length);
            return;
        }

        if (Math.Abs(level) == 1)
        {
            bits.Bits(trailingOne.Code, trailingOne.Length);
            bits.Bits(level < 0 ? 1u : 0u, 1);
        }
        else
        {
            bits.Bits(single.Code, single.Length);
            Level(bits, (uint)(((Math.Abs(level) - 1) * 2) + (level < 0 ? 1 : 0) - 2));
        }

        bits.Bits(1, 1); // no zeros before it
    }

    private static void Level(BitWriter bits, uint code)
    {
        if (code < 14)
        {
            bits.Bits(1, (int)code + 1);
        }
        else if (code < 30)
        {
            bits.Bits(1, 15);
            bits.Bits(code - 14, 4);
        }
        else
        {
            bits.Bits(1, 16);
            bits.Bits(code - 30, 12);
        }
    }
}
