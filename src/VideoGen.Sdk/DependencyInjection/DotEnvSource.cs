using dotenv.net;
using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>A <c>.env</c> file as a source of configuration.</summary>
internal sealed class DotEnvSource(string path, bool optional) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Values(path, optional);

    private sealed class Values(string path, bool optional) : ConfigurationProvider
    {
        private const string Export = "export ";

        public override void Load()
        {
            var file = Path.GetFullPath(path);
            if (!File.Exists(file))
            {
                Data = optional ? new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) : throw new FileNotFoundException($"The .env file '{file}' is missing. Make it, or call AddDotEnvFile with optional: true.", file);
                return;
            }

            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            foreach (var (written, value) in Read(file))
            {
                // Files that shells read as well say "export NAME=value".
                var name = (written.StartsWith(Export, StringComparison.Ordinal) ? written[Export.Length..] : written).Trim();
                if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
                {
                    values[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
                }
            }

            Data = values;
        }

        private static IDictionary<string, string> Read(string file)
        {
            var (lines, values) = ReadBoth(file);

            // The library passes such a line over in silence, and with it a key that somebody believes to be set.
            return DotEnvLines.FirstStray(lines) is { } number
                ? throw new FormatException($"The .env file '{file}' cannot be read: line {number} is no NAME=value, no comment and not blank. Write one NAME=value a line, and quotes around a value of several lines.")
                : values;
        }

        private static (string[] Lines, IDictionary<string, string> Values) ReadBoth(string file)
        {
            try
            {
                return (File.ReadAllLines(file), DotEnv.Read(new DotEnvOptions(ignoreExceptions: false, envFilePaths: [file])));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The library's own text may quote a line, and with it a key.
                throw new FormatException($"The .env file '{file}' cannot be read ({e.GetType().Name}): write one NAME=value a line.");
            }
        }
    }
}
