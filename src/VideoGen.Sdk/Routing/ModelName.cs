using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Reads the wished model: an id, or an id after a provider's name. Ids may hold slashes of their own (<c>fal-ai/pika/v2.2/text-to-video</c>).</summary>
internal static class ModelName
{
    public static (string? Provider, string? Model) Split(string? name, ProviderRegistry registry)
    {
        var slash = name?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && registry.Named(name![..slash]).Count > 0 ? (name[..slash], name[(slash + 1)..]) : (null, name);
    }
}
