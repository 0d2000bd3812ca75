using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Reads a section so that a value of the wrong kind is a fault among the others: the binder's own exception would hide them.</summary>
internal static class SectionReading
{
    /// <exception cref="OptionsValidationException">A value cannot be read; the message holds its path.</exception>
    public static void Read(string? name, Type type, Action bind)
    {
        try
        {
            bind();
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException(name ?? Options.DefaultName, type, [$"{e.Message} Write a value of that kind, or leave the key out."]);
        }
    }
}
