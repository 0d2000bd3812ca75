using System.IO.Compression;

namespace PackageTests;

/// <summary>One package in the feed and the symbols beside it.</summary>
internal sealed class PackedPackage
{
    public PackedPackage(string feed, string id)
    {
        Id = id;
        var file = Directory.GetFiles(feed, $"{id}.*.nupkg").Single(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));
        Version = Path.GetFileNameWithoutExtension(file)[(id.Length + 1)..];
        Entries = EntriesOf(file);
        Specification = TextOf(file, $"{id}.nuspec");
        Documentation = TextOf(file, $"lib/net10.0/{id}.xml");
        Symbols = EntriesOf(Path.ChangeExtension(file, ".snupkg"));
    }

    public string Id { get; }

    public string Version { get; }

    public IReadOnlyList<string> Entries { get; }

    public IReadOnlyList<string> Symbols { get; }

    public string Specification { get; }

    public string Documentation { get; }

    private static IReadOnlyList<string> EntriesOf(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static string TextOf(string file, string entry)
    {
        using var archive = ZipFile.OpenRead(file);
        var found = archive.GetEntry(entry);
        Assert.True(found is not null, $"{Path.GetFileName(file)} holds no {entry}");
        using var reader = new StreamReader(found.Open());
        return reader.ReadToEnd();
    }
}
