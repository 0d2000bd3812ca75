namespace VideoGen.Sdk.Providers.Runway;

/// <summary>The inputs of a task, sorted by the field they belong in.</summary>
internal sealed class RunwayInputs
{
    private static readonly string[] VideoEndings = [".mp4", ".mov", ".webm", ".mkv", ".m4v"];

    private RunwayInputs()
    {
    }

    public string? First { get; private set; }

    public string? Last { get; private set; }

    public string? Source { get; private set; }

    public List<string> Pictures { get; } = [];

    public List<string> Videos { get; } = [];

    public List<string> Sounds { get; } = [];

    public bool HasFrames => First is not null || Last is not null;

    public bool HasReferences => Pictures.Count > 0 || Videos.Count > 0;

    public static RunwayInputs Of(GenerationTask task)
    {
        var sorted = new RunwayInputs();
        foreach (var (prepared, media) in task.Inputs)
        {
            sorted.Add(prepared.Role, prepared.Reference ?? throw RunwayFault.Of(ProviderFailureKind.InvalidRequest, "an input has no address; prepare inputs before composing"), IsVideo(media));
        }

        return sorted;
    }

    private void Add(ReferenceRole role, string address, bool isVideo)
    {
        switch (role)
        {
            case ReferenceRole.Source:
                Source = Once(Source, address, role);
                break;
            case ReferenceRole.Audio:
                Sounds.Add(address);
                break;
            case var _ when isVideo:
                Videos.Add(address);
                break;
            case ReferenceRole.FirstFrame:
                First = Once(First, address, role);
                break;
            case ReferenceRole.LastFrame:
                Last = Once(Last, address, role);
                break;
            default:
                Pictures.Add(address);
                break;
        }
    }

    private static string Once(string? known, string address, ReferenceRole role) =>
        known is null ? address : throw RunwayFault.Of(ProviderFailureKind.InvalidRequest, $"takes one {role} input, given several");

    private static bool IsVideo(InputMedia media) => media.ContentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || (media.Url is { } url && VideoEndings.Any(e => url.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
}
