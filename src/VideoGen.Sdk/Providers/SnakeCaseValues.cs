using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace VideoGen.Sdk.Providers;

/// <summary>A copy of the app's configuration with the other spelling laid under it; made again whenever that is read again.</summary>
/// <remarks>A copy, because a chained configuration takes an empty value for none, and an empty value is often the fault.</remarks>
internal sealed class SnakeCaseValues : ConfigurationProvider, IDisposable
{
    private readonly IConfiguration configuration;
    private readonly IDisposable reload;

    public SnakeCaseValues(IConfiguration configuration)
    {
        this.configuration = configuration;
        reload = ChangeToken.OnChange(configuration.GetReloadToken, () =>
        {
            Load();
            OnReload();
        });
    }

    public override void Load()
    {
        var values = new Dictionary<string, string?>(Values(configuration, configuration.AsEnumerable()), StringComparer.OrdinalIgnoreCase);
        foreach (var (written, value) in Written(configuration))
        {
            if (SnakeCase.ToOptions(written) is { } path && !IsTaken(path))
            {
                values[path] = value;
            }
        }

        Data = values;
    }

    /// <summary>Every value that is written in the other spelling.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Written(IConfiguration configuration) =>
        new[] { SnakeCase.Section, SnakeCase.Content }.SelectMany(s => Values(configuration, configuration.GetSection(s).AsEnumerable().Where(p => p.Key.Length > s.Length)));

    public void Dispose() => reload.Dispose();

    // A written null is a value ("no such limit"); a section is none.
    private static IEnumerable<KeyValuePair<string, string?>> Values(IConfiguration configuration, IEnumerable<KeyValuePair<string, string?>> pairs) =>
        pairs.Where(p => p.Value is not null || !configuration.GetSection(p.Key).GetChildren().Any());

    // Two lists must not be mixed item by item.
    private bool IsTaken(string path) => SnakeCase.ListOf(path) is { } list
        ? configuration.GetSection(list).GetChildren().Any()
        : configuration[path] is not null;
}
