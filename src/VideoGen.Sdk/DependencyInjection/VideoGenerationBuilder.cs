using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.DependencyInjection;

internal sealed record VideoGenerationBuilder(IServiceCollection Services) : IVideoGenerationBuilder;
