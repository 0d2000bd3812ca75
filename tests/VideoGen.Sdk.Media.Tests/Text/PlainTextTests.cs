using VideoGen.Sdk.Media.Text;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a\r\n\tb \u2028 c ", "a b c")]
    [InlineData("nul\0 bell\a", "nul bell")]
    [InlineData("half \ud83d pair", "half pair")]
    [InlineData("a\u202eb\u200bc\ufeff", "abc")]
    [InlineData("❤️", "❤")]
    [InlineData("it's 100% \\n %{x} \"q\"", "it's 100% \\n %{x} \"q\"")]
    [InlineData("", "")]
    public void Only_what_can_be_seen_is_left(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Fact]
    public void A_text_is_cut_at_ten_thousand_characters_but_not_within_one()
    {
        Assert.Equal(10_000, PlainText.Shorten(new string('a', 10_500)).Length);
        Assert.Equal(9_999, PlainText.Shorten(new string('a', 9_999) + "😀😀").Length);
    }
}
