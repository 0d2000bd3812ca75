namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>HeyGen's ways to a video; each has its own endpoint, words and states.</summary>
internal enum HeyGenProduct
{
    Clip,
    Presenter,
    Agent,
    Template,
}
