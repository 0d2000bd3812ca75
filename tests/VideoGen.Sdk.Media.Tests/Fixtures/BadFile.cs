namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>One input that nobody wants.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Converts">Whether it becomes a video; null: as far as ffmpeg can read it.</param>
/// <param name="Make">Makes it at a path.</param>
internal sealed record BadFile(string Name, bool? Converts, Action<string> Make);
