using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>All sources of the app: those registered in code, then those of configuration.</summary>
internal sealed class ConfiguredSources : IDisposable
{
    private readonly List<IDisposable> made = [];

    public ConfiguredSources(IEnumerable<ITrendSource> registered, IOptionsMonitor<TrendOptions> options, IHttpClientFactory http, IConfiguration? configuration, TimeProvider clock)
    {
        string? Key() => options.CurrentValue.YouTubeApiKey is { Length: > 0 } key ? key : configuration?["YOUTUBE_API_KEY"];
        All = [.. registered, .. options.CurrentValue.Sources.Select(source => Make(source, http, Key, clock))];
        made.AddRange(All.Skip(registered.Count()).OfType<IDisposable>());
    }

    public IReadOnlyList<ITrendSource> All { get; }

    public void Dispose() => made.ForEach(source => source.Dispose());

    private static ITrendSource Make(TrendSourceOptions source, IHttpClientFactory http, Func<string?> readKey, TimeProvider clock)
    {
        var terms = new SourceTerms { AllowLoopback = source.AllowLoopback, AllowPrivateAddress = source.AllowPrivateAddress };
        return source.Kind switch
        {
            TrendSourceKind.Feed => new FeedSource(http, source.Name ?? source.Address!.Host, source.Address!, terms, clock),
            TrendSourceKind.Json => new JsonSource(http, source.Name ?? source.Address!.Host, source.Address!, null, terms, clock),
            TrendSourceKind.Folder => new FolderSource(source.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(source.Path!)), source.Path!, null, terms, clock),
            _ => new YouTubeSource(http, readKey, source.Region, clock),
        };
    }
}
