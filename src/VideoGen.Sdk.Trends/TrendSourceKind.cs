namespace VideoGen.Sdk.Trends;

/// <summary>Which kind of source a configured one is.</summary>
public enum TrendSourceKind
{
    /// <summary>An RSS or Atom feed at <see cref="TrendSourceOptions.Address"/>.</summary>
    Feed,

    /// <summary>A JSON answer at <see cref="TrendSourceOptions.Address"/>, of the form that <c>JsonMapping</c> has by default.</summary>
    Json,

    /// <summary>A file or folder at <see cref="TrendSourceOptions.Path"/>.</summary>
    Folder,

    /// <summary>YouTube's most popular videos of <see cref="TrendSourceOptions.Region"/>.</summary>
    YouTube,
}
