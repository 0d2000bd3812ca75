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
            try
            {
                return DotEnv.Read(new DotEnvOptions(ignoreExceptions: false, envFilePaths: [file]));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The library's own text may quote a line, and with it a key.
                throw new FormatException($"The .env file '{file}' cannot be read ({e.GetType().Name}): write one NAME=value a line.");
            }
        }
    }
}
