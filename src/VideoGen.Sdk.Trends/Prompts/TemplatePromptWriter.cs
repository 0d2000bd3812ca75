using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Prompts;

/// <summary>Writes prompts from templates per theme, style, platform and language: free, without a network, and the same words for the same brief. Safe for use by many threads at once.</summary>
public sealed class TemplatePromptWriter : IPromptWriter
{
    private const int ShortestLimit = 100;
    private const int LongestTopic = 140;
    private const int LongestCaption = 300;

    private readonly PromptTemplates templates = PromptTemplates.Embedded;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The longest prompt is below 100 characters.</exception>
    public Task<WrittenPrompt> WriteAsync(PromptBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentOutOfRangeException.ThrowIfLessThan(brief.LongestPrompt, ShortestLimit);
        var trend = brief.Trend;
        var topic = PromptHygiene.Clean(trend.Caption, Math.Min(LongestTopic, brief.LongestPrompt / 2));
        var about = topic.Text.Length > 0 ? topic.Text : trend.Theme;
        var wished = brief.Language ?? trend.Language;
        var language = templates.LanguageFor(wished);
        var notes = new List<string>(topic.Notes);
        if (wished != language && wished != LanguageGuess.Unknown)
        {
            notes.Add($"there are no words in '{wished}' yet; the caption is English");
        }

        string?[] parts = [templates.Scene(trend.Theme).Replace("{topic}", $"“{about}”", StringComparison.Ordinal), PromptHygiene.Clean(templates.Style(brief.Style), LongestTopic).Text, templates.Platform(brief.Platform), brief.HasAvatar ? "a presenter speaks to the camera" : "no text on screen"];
        var (caption, script) = templates.Words(language);
        return Task.FromResult(new WrittenPrompt
        {
            Prompt = Fit(parts, brief.LongestPrompt, notes),
            Caption = PlainText.Shorten(caption.Replace("{topic}", about, StringComparison.Ordinal), LongestCaption),
            Hashtags = trend.Hashtags.Count > 0 ? trend.Hashtags : [trend.Theme],
            Script = brief.HasAvatar ? script.Replace("{topic}", about, StringComparison.Ordinal) : null,
            Language = language,
            Notes = notes,
        });
    }

    // Whole parts are left out before words are cut: half a sentence tells a model something else.
    private static string Fit(string?[] parts, int longest, List<string> notes)
    {
        var kept = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        while (kept.Count > 1 && kept.Sum(part => part!.Length) + (2 * kept.Count) > longest)
        {
            kept.RemoveAt(kept.Count - 1);
            notes.Add($"a part of the prompt was left out to fit {longest} characters");
        }

        return PlainText.Shorten(string.Join(". ", kept) + ".", longest);
    }
}
