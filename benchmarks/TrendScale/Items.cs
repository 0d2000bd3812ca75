using System.Globalization;
using VideoGen.Sdk.Trends;

namespace TrendScale;

/// <summary>Titles of eight words over a vocabulary of 6,000, a third of them said again in another spelling by another source.</summary>
internal static class Items
{
    public static List<TrendItem> Make(int count, int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var items = new List<TrendItem>(count);
        var last = "";
        for (var i = 0; i < count; i++)
        {
            var title = i % 3 == 2 ? last.ToUpperInvariant() + "!" : string.Join(' ', Enumerable.Range(0, 8).Select(_ => Word(random.Next(6000))));
            last = title;
            items.Add(new TrendItem
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Source = $"source{i % 5}",
                Title = title,
                PublishedAt = now.AddMinutes(-random.Next(6000)),
                SeenAt = now,
                Hashtags = ["trend", Word(random.Next(200))],
                Views = random.Next(1_000_000),
                Likes = random.Next(10_000),
            });
        }

        return items;
    }

    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprtv";
        const string Vowels = "aeiou";
        return $"{Consonants[number % 12]}{Vowels[number / 12 % 5]}{Consonants[number / 60 % 12]}{Vowels[number / 720 % 5]}{Consonants[number / 3600 % 12]}o";
    }
}
