namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>How a value breaks its rule.</summary>
internal enum Fault
{
    Missing,
    Unknown,
    Type,
    Value,
    TooSmall,
    TooBig,
}
