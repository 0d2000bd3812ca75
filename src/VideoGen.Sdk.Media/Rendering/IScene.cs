namespace VideoGen.Sdk.Media.Rendering;

/// <summary>A moving background.</summary>
internal interface IScene
{
    /// <summary>A filter graph without inputs that ends in the label <c>[bg]</c>: the canvas's size, yuv420p, at least as long as asked.</summary>
    string Draw(SceneStage stage);
}
