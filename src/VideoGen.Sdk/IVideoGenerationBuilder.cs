using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk;

/// <summary>What <c>AddVideoGeneration()</c> returns: packages add providers, stores and media to it.</summary>
public interface IVideoGenerationBuilder
{
    /// <summary>The services being registered.</summary>
    IServiceCollection Services { get; }
}
