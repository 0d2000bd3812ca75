using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.Providers;

/// <summary>Says paths of the configuration as the app's files spell them, so that a fault can be found where it is written.</summary>
internal sealed partial class ConfigurationPaths(IConfiguration? configuration)
{
    /// <summary>A message with its paths in the spelling of the app.</summary>
    public string AsWritten(string message)
    {
        if (configuration is null || !message.Contains(BoundConfiguration.Section, StringComparison.Ordinal))
        {
            return message;
        }

        var written = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, _) in SnakeCaseValues.Written(configuration))
        {
            if (SnakeCase.ToOptions(path) is { } bound && configuration[bound] is null)
            {
                written[bound] = path;
            }
        }

        if (written.Count == 0)
        {
            return message;
        }

        // Who writes nothing in the other section is told of new keys in the spelling they use.
        var isAlone = !configuration.GetSection(BoundConfiguration.Section).GetChildren().Any();
        return Path().Replace(message, m => written.TryGetValue(m.Value, out var path) ? path : isAlone ? SnakeCase.OfOptions(m.Value) : m.Value);
    }

    [GeneratedRegex(@"\bVideoGeneration(:[A-Za-z0-9_*/-]+)+")]
    private static partial Regex Path();
}
