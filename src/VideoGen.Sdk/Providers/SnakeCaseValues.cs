using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace VideoGen.Sdk.Providers;

/// <summary>Follows the app's configuration, also when it is read again.</summary>
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
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
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
        new[] { SnakeCase.Section, SnakeCase.Content }.SelectMany(s => configuration.GetSection(s).AsEnumerable()).Where(p => p.Value is not null);

    public void Dispose() => reload.Dispose();

    // Two lists must not be mixed item by item.
    private bool IsTaken(string path) => SnakeCase.ListOf(path) is { } list
        ? configuration.GetSection(list).GetChildren().Any()
        : configuration[path] is not null;
}
