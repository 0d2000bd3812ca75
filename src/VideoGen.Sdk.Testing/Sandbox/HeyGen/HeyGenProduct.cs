namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

internal enum HeyGenProduct
{
    Presenter,
    Clip,
    Agent,
    Template,
}
