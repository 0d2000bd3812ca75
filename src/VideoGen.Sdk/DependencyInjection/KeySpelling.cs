using Microsoft.Extensions.Configuration;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Finds keys that nothing reads, and names the nearest one in the spelling of its section.</summary>
internal sealed class KeySpelling
{
    private readonly Func<string, string> nameOf;

    private KeySpelling(Func<string, string> nameOf) => this.nameOf = nameOf;

    /// <summary>As the options are called.</summary>
    public static KeySpelling Options { get; } = new(key => key);

    /// <summary>In snake_case.</summary>
    public static KeySpelling Snake { get; } = new(SnakeCase.Of);

    /// <summary>A part of a section, by the name of its options.</summary>
    public IConfigurationSection Part(IConfiguration section, string name) => section.GetSection(nameOf(name));

    /// <summary>The faults of a section's keys.</summary>
    /// <param name="section">The section.</param>
    /// <param name="known">The keys that something reads, as the options are called.</param>
    /// <param name="read">How a key in snake_case is read; null as everywhere.</param>
    public IEnumerable<string> Unknown(IConfigurationSection section, IReadOnlyList<string> known, Func<string, string>? read = null) => section.GetChildren()
        .Where(c => !known.Contains(this == Snake ? (read ?? SnakeCase.Pascal)(c.Key) : c.Key, StringComparer.OrdinalIgnoreCase))
        .Select(c => Fault(c, NearestKey.Of(c.Key, known.Select(nameOf))));

    public static string Fault(IConfigurationSection section, string nearest) =>
        $"{section.Path}: nothing reads this key; {nearest} is the nearest known one. Mend it or take it out.";
}
