namespace VideoGen.Sdk.Providers;

/// <summary>One input of a task: where the vendor finds it, and its bytes for vendors that take them inline.</summary>
/// <param name="Prepared">What <see cref="IVideoProvider.PrepareInputAsync"/> returned.</param>
/// <param name="Media">The input itself.</param>
public sealed record TaskInput(PreparedInput Prepared, InputMedia Media);
