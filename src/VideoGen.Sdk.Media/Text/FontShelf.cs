using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>The fonts of this machine, the best to read first. Each is read when first needed.</summary>
internal sealed class FontShelf
{
    /// <summary>File names in the order of taste: clear bold faces, then those that cover more writing systems.</summary>
    private static readonly string[] Wanted =
    [
        "Inter-Bold.ttf", "Inter-Bold.otf", "DejaVuSans-Bold.ttf", "Lato-Bold.ttf", "Roboto-Bold.ttf", "NotoSans-Bold.ttf", "LiberationSans-Bold.ttf", "arialbd.ttf", "Arial Bold.ttf",
        "DejaVuSans.ttf", "NotoSans-Regular.ttf", "arial.ttf", "Arial.ttf", "Arial Unicode.ttf",
        "NotoSansArabic-Bold.ttf", "NotoSansHebrew-Bold.ttf", "NotoSansDevanagari-Bold.ttf", "NotoSansThai-Bold.ttf",
        "NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "wqy-zenhei.ttc", "msgothic.ttc", "malgun.ttf", "msyh.ttc", "PingFang.ttc",
        "NotoEmoji-Bold.ttf", "NotoEmoji-Regular.ttf", "Symbola.ttf", "seguisym.ttf",
    ];

    private readonly List<Lazy<FontFile?>> fonts;

    private FontShelf(IEnumerable<string> paths) => fonts = [.. paths.Select(path => new Lazy<FontFile?>(() => FontFile.Read(path)))];

    /// <summary>Looks through the configured folder, else those of the system.</summary>
    public static FontShelf Open(MediaOptions options)
    {
        var found = Folders(options).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 }))
            .Where(path => Path.GetExtension(path).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
            .ToList();
        var wanted = Wanted.Select(name => found.Find(path => string.Equals(Path.GetFileName(path), name, StringComparison.OrdinalIgnoreCase))).OfType<string>().ToList();

        // A folder of the app's own choosing is used whatever the names in it.
        return new FontShelf(wanted.Count > 0 && options.FontFolder is null ? wanted : wanted.Concat(found.Order(StringComparer.Ordinal).Except(wanted)).Take(200));
    }

    /// <summary>The first readable font, for words of our own; null when there is none.</summary>
    public FontFile? First => fonts.Select(f => f.Value).FirstOrDefault(f => f is not null && f.CanWrite(new Rune('A')));

    /// <summary>The first font that can write the whole word, else the one that can write most of it; null when none can write any.</summary>
    public FontFile? For(string word)
    {
        FontFile? best = null;
        var most = 0;
        foreach (var font in fonts.Select(f => f.Value).OfType<FontFile>())
        {
            int all = 0, some = 0;
            foreach (var rune in word.EnumerateRunes())
            {
                all++;
                some += font.CanWrite(rune) ? 1 : 0;
            }

            if (some == all && all > 0)
            {
                return font;
            }

            (best, most) = some > most ? (font, some) : (best, most);
        }

        return best;
    }

    private static IEnumerable<string> Folders(MediaOptions options) => options.FontFolder is { } own
        ? [own]
        :
        [
            "/usr/share/fonts", "/usr/local/share/fonts", "/run/current-system/sw/share/X11/fonts", "/Library/Fonts", "/System/Library/Fonts",
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts) is { Length: > 0 } system ? system : "/usr/share/fonts",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        ];
}
