namespace VideoGen.Sdk.Media.Composing;

/// <summary>The picture that every part comes to.</summary>
/// <param name="Width">Pixels across, even.</param>
/// <param name="Height">Pixels down, even.</param>
/// <param name="FramesPerSecond">Frames per second.</param>
/// <param name="Rate">The same as a filter takes it.</param>
/// <param name="Fit">How parts of another shape come in.</param>
internal sealed record ComposedFrame(int Width, int Height, decimal FramesPerSecond, string Rate, FrameFit Fit);
