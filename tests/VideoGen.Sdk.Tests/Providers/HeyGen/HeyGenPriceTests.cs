using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.HeyGen;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenPriceTests
{
    private const decimal Hd = 0.0667m;

    public static TheoryData<string, decimal, int> Scripts => new()
    {
        { new string('a', 800), 1m, 100 },
        { new string('a', 800), 0.5m, 200 },
        { new string('a', 1200), 1.5m, 100 },
        { new string('1', 40), 1m, 20 },
        { new string('字', 30), 1m, 10 },
        { new string('か', 30), 1m, 10 },
        { new string('カ', 30), 1m, 10 },
        { new string('ｶ', 30), 1m, 10 },
        { new string('한', 30), 1m, 10 },
        { new string('字', 30), 0.5m, 20 },
        { string.Concat(Enumerable.Repeat("𠀀", 30)), 1m, 10 },
        { new string('１', 40), 1m, 20 },
        { "aaaaaaaa<break time=\"2s\"/>", 1m, 3 },
        { "aaaaaaaa<break time=\"2s\"/>", 0.5m, 4 },
        { "aaaaaaaa<BREAK  time = '1500ms' />", 1m, 3 },
        { "aaaaaaaa<break strength=\"x-strong\" time=\"10.25s\">", 1m, 12 },
        { "aaaaaaaa<break/>", 1m, 4 },
        { "a", 1m, 1 },
        { "", 1m, 1 },
        { new string('1', 4000), 0.5m, 1800 },
        { "a<break time=\"99999999999999999999999999999999s\"/>", 1m, 1800 },
        { "a<break time=\"3600s\"/>", 1m, 1800 },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_bounded_by_its_letters_syllables_digits_and_pauses(string script, decimal speed, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), HeyGenSpeech.Bound(script, speed));
        Assert.Equal(seconds * Hd, Estimate(HeyGenDesk.Presenter(script, speed) with { Prompt = script }));
    }

    [Theory]
    [InlineData("avatar_iv", 1080, 6.67)]
    [InlineData("avatar_iv", 2160, 8.33)]
    [InlineData("avatar_v", 720, 6.67)]
    [InlineData("avatar_iii", 1080, 1.67)]
    [InlineData("avatar_iii", 2160, 2.00)]
    [InlineData("avatar_iv-photo", 1080, 5.00)]
    [InlineData("avatar_v-photo", 2160, 6.67)]
    public void A_presenter_is_held_at_its_rate_for_the_longest_that_it_can_speak(string model, int lines, double usd) =>
        Assert.Equal((decimal)usd, Estimate(HeyGenDesk.Presenter(new string('a', 800), model: model) with { Resolution = new VideoResolution(lines) }));

    [Fact]
    public void A_script_takes_the_place_of_the_prompt_and_the_prompt_of_a_missing_script()
    {
        var spec = HeyGenDesk.Presenter(new string('a', 80)) with { Prompt = new string('a', 8000) };

        Assert.Equal(10 * Hd, Estimate(spec));
        Assert.Equal(1000 * Hd, Estimate(spec with { Avatar = spec.Avatar! with { Script = null } }));
    }

    [Fact]
    public void Handed_in_speech_is_held_for_ten_minutes_or_your_own_word()
    {
        var spec = HeyGenDesk.Task(HeyGenDesk.Presenter(), HeyGenDesk.Asset(ReferenceRole.Audio, "asset_1", "audio/mpeg")).Spec;

        Assert.Equal(600 * Hd, Estimate(spec));
        Assert.Equal(60 * Hd, Estimate(spec with { SettingsJson = new HeyGenSettings { LongestLength = TimeSpan.FromMinutes(1) }.ToJson() }));
    }

    [Theory]
    [InlineData(480, 0.10)]
    [InlineData(768, 0.10)]
    [InlineData(1080, 0.30)]
    [InlineData(1440, 0.30)]
    public void A_clip_is_held_at_the_resellers_rate_which_is_said(int lines, double usd)
    {
        var spec = HeyGenDesk.Clip() with { Resolution = new VideoResolution(lines) };
        var estimate = HeyGenDesk.At(new Uri("https://heygen.example")).Estimate(spec, ModelCatalogue.Embedded.Find("heygen", spec.Model)!);

        Assert.Equal(((decimal?)(decimal)usd, true), (estimate.Usd, estimate.IsUnconfirmed));
    }

    [Fact]
    public void Agents_and_templates_are_held_for_half_an_hour_or_your_own_word()
    {
        Assert.Equal(1800 * 0.0333m, Estimate(HeyGenDesk.Agent()));
        Assert.Equal(60 * 0.0333m, Estimate(HeyGenDesk.Agent(TimeSpan.FromMinutes(1))));
        Assert.Equal(1800 * 0.0833m, Estimate(HeyGenDesk.Template()));
        Assert.Equal(60 * 0.0833m, Estimate(HeyGenDesk.Template(TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public void A_product_that_the_settings_do_not_ask_for_has_no_price()
    {
        Assert.Null(Estimate(HeyGenDesk.Agent() with { SettingsJson = null }));
        Assert.Null(Estimate(HeyGenDesk.Template() with { SettingsJson = null }));
        Assert.Null(Estimate(HeyGenDesk.Clip() with { SettingsJson = HeyGenDesk.Agent().SettingsJson }));
        Assert.Null(Estimate(HeyGenDesk.Presenter() with { SettingsJson = HeyGenDesk.Template().SettingsJson }));
        Assert.Null(Estimate(HeyGenDesk.Clip() with { SettingsJson = "{" }));
    }

    private static decimal? Estimate(GenerationSpec spec) =>
        HeyGenDesk.At(new Uri("https://heygen.example")).Estimate(spec, ModelCatalogue.Embedded.Find("heygen", spec.Model)!).Usd;
}
