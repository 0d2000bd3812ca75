using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Trends;

/// <summary>Says every fault of <see cref="TrendOptions"/>, each with its path and fix.</summary>
internal sealed class TrendOptionsValidator : IValidateOptions<TrendOptions>
{
    public const string Section = "VideoGeneration:Trends";

    public ValidateOptionsResult Validate(string? name, TrendOptions options)
    {
        var faults = options.Sources.SelectMany((source, index) => FaultsOf(source, $"{Section}:Sources:{index}")).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(TrendSourceOptions source, string path)
    {
        switch (source.Kind)
        {
            case TrendSourceKind.Folder when string.IsNullOrWhiteSpace(source.Path):
                yield return $"{path}:Path: a folder source needs one; write the file or folder.";
                break;
            case TrendSourceKind.YouTube when source.Region is not { Length: 2 } || !source.Region.All(char.IsAsciiLetter):
                yield return $"{path}:Region: two letters are needed, such as US.";
                break;
            case TrendSourceKind.Feed or TrendSourceKind.Json when source.Address is not { IsAbsoluteUri: true, Scheme: "https" or "http" }:
                yield return $"{path}:Address: an absolute https address is needed.";
                break;
            case TrendSourceKind.Feed or TrendSourceKind.Json when source.Address is { Scheme: "http" } && !source.AllowLoopback && !source.AllowPrivateAddress:
                yield return $"{path}:Address: plain http is refused; use https, or set AllowLoopback or AllowPrivateAddress.";
                break;
            default:
                break;
        }
    }
}
