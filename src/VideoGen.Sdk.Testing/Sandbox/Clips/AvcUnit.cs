namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Wraps a payload as a NAL unit.</summary>
internal static class AvcUnit
{
    public const byte KeyPicture = 0x65;
    public const byte Picture = 0x61;
    public const byte SequenceSet = 0x67;
    public const byte PictureSet = 0x68;

    /// <summary>Two zero bytes followed by a byte below four would read as a start code; a three goes between (7.4.1).</summary>
    public static byte[] Wrap(byte header, byte[] payload)
    {
        var unit = new List<byte>(payload.Length + 16) { header };
        var zeros = 0;
        foreach (var value in payload)
        {
            if (zeros == 2 && value <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }

            unit.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return [.. unit];
    }
}
