namespace PackageTests;

public sealed class ContentTests(PackageFeed feed)
{
    [Fact]
    public void Every_package_holds_its_manual_its_documentation_and_its_library() => Assert.All(feed.Packages, package =>
    {
        Assert.Contains("README.md", package.Entries);
        Assert.Contains($"lib/net10.0/{package.Id}.dll", package.Entries);
        Assert.Contains($"T:{package.Id}.", package.Documentation, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_package_says_its_licence_manual_and_purpose() => Assert.All(feed.Packages, package =>
    {
        Assert.Contains("<license type=\"expression\">MIT</license>", package.Specification, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", package.Specification, StringComparison.Ordinal);
        // What pack writes when a project describes nothing.
        Assert.DoesNotContain("<description>Package Description</description>", package.Specification, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_package_has_its_symbols_beside_it() =>
        Assert.All(feed.Packages, package => Assert.Contains($"lib/net10.0/{package.Id}.pdb", package.Symbols));

    [Fact]
    public void Packages_of_one_release_name_each_other_by_that_release() => Assert.All(feed.Packages, package =>
        Assert.All(feed.Packages.Where(other => package.Specification.Contains($"<dependency id=\"{other.Id}\"", StringComparison.Ordinal)), other =>
            Assert.Contains($"<dependency id=\"{other.Id}\" version=\"{package.Version}\"", package.Specification, StringComparison.Ordinal)));
}
