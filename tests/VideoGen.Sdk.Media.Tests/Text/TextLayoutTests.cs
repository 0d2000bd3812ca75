using VideoGen.Sdk.Media.Text;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Text;

public sealed class TextLayoutTests
{
    private const double Width = 840;
    private const double Height = 770;

    private static readonly string[] Vocabulary = ["slow", "morning", "in", "a", "kitchen", "light"];

    private static readonly FontShelf Shelf = FontShelf.Open(new MediaOptions());

    [Fact]
    public void A_short_text_is_one_card_in_the_largest_letters()
    {
        var plan = Plan("Golden hour over a quiet sea");

        Assert.Equal(105, plan.FontSize);
        Assert.Equal("Golden hour over a quiet sea", Shown(plan));
        Assert.Equal((0, 15), (Assert.Single(plan.Cards).From, plan.Cards[0].Until));
    }

    [Fact]
    public void Every_line_fits_the_width()
    {
        foreach (var text in new[] { "Donaudampfschifffahrtsgesellschaftskapitän and more", new string('W', 500), Words(60), "清晨的小厨房里咖啡冒着热气一只猫在窗台上伸懒腰还有很多很多的字" })
        {
            var plan = Plan(text);
            Assert.All(plan.Cards.SelectMany(c => c.Lines), l => Assert.True(l.Width * plan.FontSize <= Width + 0.01, Shown(plan)));
        }
    }

    [Fact]
    public void A_longer_text_is_dealt_to_cards_that_follow_each_other()
    {
        var plan = Plan(Words(45));

        Assert.InRange(plan.Cards.Count, 2, 6);
        Assert.Equal(Words(45), Shown(plan));
        Assert.Equal(0, plan.Cards[0].From);
        Assert.Equal(15, plan.Cards[^1].Until);
        Assert.All(plan.Cards.Zip(plan.Cards.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        Assert.All(plan.Cards, c => Assert.True(c.Until - c.From > 1.5));
    }

    [Fact]
    public void What_cannot_be_read_in_time_ends_in_an_ellipsis()
    {
        var plan = Plan(Words(2000));

        Assert.EndsWith("…", Shown(plan), StringComparison.Ordinal);
        Assert.InRange(Shown(plan).Length, 200, 15 * 26);
        Assert.Equal(58, plan.FontSize);
    }

    [Fact]
    public void Text_without_anything_to_show_has_no_cards() => Assert.Empty(Plan("\0 \u200b").Cards);

    [Fact]
    public void Each_character_stands_in_a_font_that_can_write_it()
    {
        var plan = Plan("English שלום 日本語 and 😀 \U000F1234");

        Assert.All(plan.Cards.SelectMany(c => c.Lines).SelectMany(l => l.Runs), run => Assert.All(run.Text.EnumerateRunes(), rune => Assert.True(run.Font.CanWrite(rune), $"{rune.Value:x}")));
    }

    [Fact]
    public void In_a_right_to_left_line_the_first_word_stands_rightmost()
    {
        var font = Shelf.First!;
        var other = FontShelf.Open(new MediaOptions()).First!;
        var line = TextLine.Of([new TextWord("first", font, 2, false), new TextWord("second", other, 3, true)], isRightToLeft: true);

        Assert.True(line.Runs[0].Offset > line.Runs[1].Offset);
        Assert.Equal(0, line.Runs[1].Offset, 6);
        Assert.Equal(line.Width, line.Runs[0].Offset + line.Runs[0].Width, 6);
    }

    [Fact]
    public void A_damaged_font_is_simply_not_used()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var good = File.ReadAllBytes(Shelf.First!.Path);
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.ttf"), good[..200]);
            File.WriteAllBytes(Path.Combine(folder.FullName, "b.ttf"), []);
            File.WriteAllBytes(Path.Combine(folder.FullName, "c.ttf"), [.. good[..16], .. Enumerable.Repeat((byte)0xFF, 400)]);
            Assert.Null(FontShelf.Open(new MediaOptions { FontFolder = folder.FullName }).First);
            File.WriteAllBytes(Path.Combine(folder.FullName, "d.ttf"), good);
            Assert.EndsWith("d.ttf", FontShelf.Open(new MediaOptions { FontFolder = folder.FullName }).First!.Path, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TextPlan Plan(string text) => new TextLayout(Shelf, Width, Height, 15, 105, 58).Plan(text);

    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => Vocabulary[i % 6]));

    private static string Shown(TextPlan plan) => string.Join(' ', plan.Cards.SelectMany(c => c.Lines).Select(l => string.Join(' ', l.Runs.Select(r => r.Text))));
}
