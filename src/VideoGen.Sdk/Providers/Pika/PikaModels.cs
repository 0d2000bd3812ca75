namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Which of the catalogue's operations a request means.</summary>
internal static class PikaModels
{
    public const string Frames = "pikaframes";
    public const string Effects = "pikaffects";

    // Their clips have no field for a length.
    private static readonly string[] WithoutLength = ["pikadditions", "pikaswaps", Effects];

    /// <summary>Pika's own models are named bare; those of other vendors that Pika resells with the vendor in front.</summary>
    public static bool IsPikas(string model) => !model.Contains('/', StringComparison.Ordinal) || model.StartsWith("pika/", StringComparison.OrdinalIgnoreCase);

    public static bool IsFrames(GenerationSpec spec) => Name(spec.Model) == Frames;

    public static bool IsEffects(GenerationSpec spec) => Name(spec.Model) == Effects;

    public static bool HasNoLength(GenerationSpec spec) => WithoutLength.Contains(Name(spec.Model));

    /// <summary>The operation's id, which is also the end of its path: <c>pika/pika-2.5/text-to-video</c>.</summary>
    public static string ApiId(GenerationSpec spec)
    {
        var parts = spec.Model.Split('/');
        if (!Array.TrueForAll(parts, IsPart) || parts.Length > 3)
        {
            throw PikaErrors.Refuse("A model of Pika is written as model, vendor/model, or vendor/model/function.");
        }

        return parts.Length switch
        {
            1 => $"pika/{spec.Model}/{Function(spec.Operation)}",
            2 => $"{spec.Model}/{Function(spec.Operation)}",
            _ => spec.Model,
        };
    }

    private static string Function(VideoOperation operation) => operation switch
    {
        VideoOperation.TextToVideo => "text-to-video",
        VideoOperation.ImageToVideo => "image-to-video",
        VideoOperation.VideoToVideo => "video-to-video",
        _ => throw PikaErrors.NotSupported($"Pika does not do {operation}."),
    };

    private static string Name(string model) => model.Split('/') is ["pika", var name, ..] ? name : model;

    private static bool IsPart(string part) => part.Trim('.').Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
