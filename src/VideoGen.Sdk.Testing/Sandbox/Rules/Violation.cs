namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>One thing wrong with a body. Each vendor puts it into its own words and envelope.</summary>
internal sealed record Violation(string Path, Fault Fault, string Message)
{
    public string LastName => Path[(Path.LastIndexOf('.') + 1)..];

    public string[] Steps => Path.Split('.', StringSplitOptions.RemoveEmptyEntries);
}
