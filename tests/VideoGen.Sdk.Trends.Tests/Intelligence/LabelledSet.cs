using System.Globalization;

namespace VideoGen.Sdk.Trends.Tests.Intelligence;

/// <summary>Makes pairs of titles whose relation is known because it is recorded how each was made. One seed makes one set.</summary>
internal static class LabelledSet
{
    private static readonly string[] Subjects = ["Taylor Swift", "Lionel Messi", "NASA", "Apple", "Marie Curie", "the Berlin Zoo", "Tokyo chefs", "a street artist", "Café owners", "Zendaya", "two brothers", "Grandma Rosa", "my neighbour", "Studio Ghibli"];
    private static readonly string[] Verbs = ["shows", "builds", "reviews", "paints", "cooks", "films", "ranks", "restores", "explains", "tests", "collects", "designs"];
    private static readonly string[] Qualities = ["amazing", "tiny", "vintage", "slow", "hidden", "crunchy", "glowing", "secret", "wooden", "giant", "cheap", "colourful"];
    private static readonly (string One, string Many)[] Things =
    [
        ("recipe", "recipes"), ("story", "stories"), ("box", "boxes"), ("garden", "gardens"), ("dish", "dishes"), ("robot", "robots"), ("bridge", "bridges"), ("puppy", "puppies"), ("watch tower", "watch towers"), ("class", "classes"),
        ("kitchen", "kitchens"), ("train", "trains"), ("lamp", "lamps"), ("lens", "lenses"), ("city", "cities"), ("sneaker", "sneakers"), ("playlist", "playlists"), ("camera", "cameras"), ("child", "children"), ("habit", "habits"),
    ];

    private static readonly string[] Places = ["in Lisbon", "in the Alps", "at sunrise", "for beginners", "under water", "in Nairobi", "on a budget", "at home", "in winter", "after midnight"];
    private static readonly (string English, string Other, string Language)[] Translations =
    [
        ("Easy morning routine for a calm day", "Einfache Morgenroutine für einen ruhigen Tag", "de"), ("Street food in Mexico City", "Comida callejera en Ciudad de México", "es"),
        ("Cats on skateboards", "スケートボードに乗る猫", "ja"), ("How to draw a horse", "Comment dessiner un cheval", "fr"), ("Paris 2026 street dance final", "Финал уличных танцев Париж 2026", "ru"), ("iPhone 18 camera test", "iPhone 18 कैमरा टेस्ट", "hi"),
    ];

    public static IReadOnlyList<LabelledPair> Make(int each, int seed)
    {
        var random = new Random(seed);
        var pairs = new List<LabelledPair>();
        for (var i = 0; i < each; i++)
        {
            var title = Title.Any(random);
            var text = title.ToString();
            pairs.Add(new(text, random.Next(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant(), "case", true));
            pairs.Add(new(text, $"\"{text.Replace(" ", random.Next(2) == 0 ? "  " : " ", StringComparison.Ordinal)}\"{"!!!…?"[random.Next(5)]} 🔥", "punctuation", true));
            pairs.Add(new(text, string.Join(' ', text.Split(' ').OrderBy(_ => random.Next())), "word order", true));
            pairs.Add(new(text, (title with { IsMany = !title.IsMany }).ToString(), "plural", true));
            pairs.Add(new(text, Tag(text, random.Next(3)), "hashtag", true));
            pairs.Add(new(text, $"{text} {(random.Next(2) == 0 ? "-" : "|")} {Pick(random, ["CNN", "BBC News", "The Daily Post", "TechBlog"])}", "publisher", true));
            pairs.Add(new(text, Tag((title with { IsMany = !title.IsMany }).ToString().ToUpperInvariant(), 2), "plural, case and hashtag", true));

            pairs.Add(new(text, (title with { Number = title.Number + 1 }).ToString(), "another number", false));
            pairs.Add(new(text, (title with { Subject = Other(random, Subjects, title.Subject) }).ToString(), "another name", false));
            pairs.Add(new(text, (title with { Thing = (title.Thing + 1 + random.Next(Things.Length - 1)) % Things.Length }).ToString(), "another thing", false));
            pairs.Add(new(text, (title with { Quality = Other(random, Qualities, title.Quality) }).ToString(), "another quality", false));
            pairs.Add(new(text, text.Replace($" {title.Verb} ", $" never {title.Verb} ", StringComparison.Ordinal), "negation", false));
        }

        return pairs;
    }

    public static IReadOnlyList<LabelledPair> AcrossLanguages() => [.. Translations.Select(pair => new LabelledPair(pair.English, pair.Other, pair.Language, true))];

    // "#MorningRoutine", "#morningroutine", or every word a tag.
    private static string Tag(string text, int form) => form switch
    {
        0 => "#" + string.Concat(text.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        1 => "#" + text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
        _ => string.Join(' ', text.Split(' ').Select(word => "#" + word)),
    };

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static string Other(Random random, string[] from, string not) => Pick(random, [.. from.Where(each => each != not)]);

    private sealed record Title(string Subject, string Verb, int Number, string Quality, int Thing, bool IsMany, string Place)
    {
        public static Title Any(Random random) =>
            new(Pick(random, Subjects), Pick(random, Verbs), random.Next(2, 2000), Pick(random, Qualities), random.Next(Things.Length), random.Next(2) == 0, Pick(random, Places));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject} {Verb} {Number} {Quality} {(IsMany ? Things[Thing].Many : Things[Thing].One)} {Place}");
    }
}
