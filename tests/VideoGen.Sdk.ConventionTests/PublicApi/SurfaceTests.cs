using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.PublicApi;

public sealed class SurfaceTests
{
    [Fact]
    public void Every_packages_public_surface_is_the_approved_one()
    {
        var accepted = Environment.GetEnvironmentVariable(ApprovedSurface.Accept) == "1";
        Verdict.Clean(Assemblies.OfPackages.SelectMany(assembly =>
        {
            var package = assembly.GetName().Name!;
            var surface = ApprovedSurface.Of(assembly);
            if (accepted)
            {
                ApprovedSurface.Write(package, surface);
            }

            return ApprovedSurface.Difference(package, ApprovedSurface.Read(package), surface) is { } difference ? [difference] : Array.Empty<string>();
        }));
    }

    [Fact]
    public void No_approved_text_outlives_its_package() =>
        Verdict.Clean(Repository.Files.Where(path => path.Contains("/Approved/", StringComparison.Ordinal))
            .Where(path => !Repository.Packages.Contains(Path.GetFileNameWithoutExtension(path))));

    [Theory]
    [InlineData(null)]
    [InlineData("class A\nclass C")]
    public void A_changed_surface_is_told_with_the_way_to_accept_it(string? approved)
    {
        var difference = ApprovedSurface.Difference("P", approved, "class A\nclass B");
        Assert.Contains("+ class B", difference, StringComparison.Ordinal);
        Assert.Contains("APPROVE=1", difference, StringComparison.Ordinal);
    }
}
