namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>One model as data: what it can do, what it costs, until when. Everything has a source and a date.</summary>
public sealed record CatalogueModel
{
    /// <summary>Provider name; set from the surrounding list.</summary>
    public string Provider { get; init => field = value ?? ""; } = "";

    /// <summary>The model's id at the vendor.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it can do; a request needs one offer that covers it whole.</summary>
    public required IReadOnlyList<ModelOffer> Offers { get; init; }

    /// <summary>Longest prompt in UTF-16 units; null where the vendor states none.</summary>
    public int? PromptLimit { get; init; }

    /// <summary>Whether it has a field for what not to see.</summary>
    public bool TakesNegativePrompt { get; init; }

    /// <summary>Whether it has a field for a style word.</summary>
    public bool TakesStyle { get; init; }

    /// <summary>Whether it takes a seed.</summary>
    public bool TakesSeed { get; init; }

    /// <summary>Usual time from acceptance to the end.</summary>
    public TimeSpan TypicalRun { get; init => field = value > TimeSpan.Zero ? value : TimeSpan.FromMinutes(2); } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time from acceptance to the end that is waited for by default.</summary>
    public TimeSpan LongestRun { get; init => field = value > TimeSpan.Zero ? value : TimeSpan.FromHours(2); } = TimeSpan.FromHours(2);

    /// <summary>Whether it is taken only when asked for by name, such as one whose place at the vendor nobody has confirmed.</summary>
    public bool IsByNameOnly { get; init; }

    /// <summary>Day from which it is gone; null while offered.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>One sentence about its end or what is special.</summary>
    public string? Note { get; init; }

    /// <summary>Price class: <c>free</c>, <c>mid</c>, <c>premium</c>.</summary>
    public string? Tier { get; init; }

    /// <summary>Picture quality in a word.</summary>
    public string? Quality { get; init; }

    /// <summary>Speed in a word.</summary>
    public string? Speed { get; init; }

    /// <summary>What people use it for.</summary>
    public string? BestFor { get; init; }

    /// <summary>Where the facts come from.</summary>
    public string? Source { get; init; }

    /// <summary>The day on which the facts were read.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>The longest clip of an operation in seconds: what is held where nobody says a length. Null where no offer says one.</summary>
    internal decimal? LongestSeconds(VideoOperation operation) => Offers
        .Where(o => o.Operations.Contains(operation))
        .Select(o => o.SecondsTo ?? (o.Seconds.Count > 0 ? o.Seconds.Max() : o.DefaultSeconds))
        .Max();

    /// <summary>Whether it is gone on that day.</summary>
    public bool IsRetiredAt(DateTimeOffset now) => EndsOn is { } end && DateOnly.FromDateTime(now.UtcDateTime) >= end;
}
