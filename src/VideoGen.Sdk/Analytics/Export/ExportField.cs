namespace VideoGen.Sdk.Analytics.Export;

/// <summary>One column of an export.</summary>
internal sealed record ExportField<T>(string Name, Func<T, object?> Value);
