namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Stands for the keys of the whole section, so that unknown ones are found where all options are validated, however the app starts.</summary>
internal sealed class ConfigurationShape;
