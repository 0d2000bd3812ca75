using Microsoft.Playwright;

namespace VideoGen.Sdk.Reporting.Tests;

/// <summary>The page as a browser sees it. With <c>REPORT_SCREENSHOTS</c> set to a folder, pictures are left there to be looked at.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly ReportWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_page_fits_its_width_and_the_browser_has_nothing_to_say(int width, ColorScheme scheme)
    {
        await world.LiveAsync();
        var (page, complaints) = await chromium.OpenAsync((await world.ReportAsync()).HtmlPath, width, scheme);

        Assert.Empty(complaints);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('script, img, iframe, object, link[rel=stylesheet]').length"));
        await PhotographAsync(page, $"{scheme}-{width}".ToLowerInvariant());
    }

    [Fact]
    public async Task The_scheme_of_the_reader_is_followed()
    {
        await world.LiveAsync();
        var path = (await world.ReportAsync()).HtmlPath;
        const string Colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('svg text')).fill].join(' ')";

        var (light, _) = await chromium.OpenAsync(path, 800);
        var (dark, _) = await chromium.OpenAsync(path, 800, ColorScheme.Dark);

        Assert.Equal("rgb(255, 255, 255) rgb(28, 31, 38)", await light.EvaluateAsync<string>(Colours));
        Assert.Equal("rgb(20, 23, 29) rgb(232, 234, 240)", await dark.EvaluateAsync<string>(Colours));
    }

    [Theory]
    [InlineData(360, "narrow")]
    [InlineData(1280, "wide")]
    public async Task One_drawing_of_each_chart_is_seen_with_words_and_a_table_beside_it(int width, string drawing)
    {
        await world.LiveAsync();
        var (page, _) = await chromium.OpenAsync((await world.ReportAsync()).HtmlPath, width);

        var figures = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('figure')].map(figure => {
                const seen = [...figure.querySelectorAll('svg')].filter(svg => getComputedStyle(svg).display !== 'none');
                const words = seen[0].getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id)?.textContent.length > 0);
                return [seen.length, seen[0].classList[1], seen[0].getAttribute('role'), words.join('+'), figure.querySelectorAll('table caption').length].join(' ');
            })
            """);

        Assert.Equal(8, figures.Length);
        Assert.All(figures, figure => Assert.Equal($"1 {drawing} img true+true 1", figure));
    }

    [Fact]
    public async Task No_label_is_cut_off_and_ids_are_unique()
    {
        await world.LiveAsync();
        var (page, _) = await chromium.OpenAsync((await world.ReportAsync()).HtmlPath, 1280);

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('svg.wide')].flatMap(svg => [...svg.querySelectorAll('text')]
                .filter(text => text.getBoundingClientRect().left < svg.getBoundingClientRect().left - 1 || text.getBoundingClientRect().right > svg.getBoundingClientRect().right + 1)
                .map(text => svg.id + ': ' + text.textContent))
            """));
        Assert.True(await page.EvaluateAsync<bool>("(ids => new Set(ids).size === ids.length)([...document.querySelectorAll('[id]')].map(each => each.id))"));
    }

    [Fact]
    public async Task It_prints_black_on_white()
    {
        await world.LiveAsync();
        var (page, _) = await chromium.OpenAsync((await world.ReportAsync()).HtmlPath, 800, ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await page.EvaluateAsync<string>("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color].join(' ')"));
    }

    private static async Task PhotographAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("REPORT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
