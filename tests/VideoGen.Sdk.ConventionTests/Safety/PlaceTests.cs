using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

public sealed class PlaceTests
{
    [Fact]
    public void No_file_names_a_registry_or_somebodys_machine() =>
        Verdict.Clean(Repository.Files.Where(TextFile.Is).SelectMany(path => PlaceRule.Faults(path, Repository.Read(path))));

    [Theory]
    [InlineData("https://api.nu" + "get.org/v3")]
    [InlineData("resolved: https://regis" + "try.npm" + "js.org/x")]
    [InlineData("deb http://de" + "b.debian.org/debian")]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("\"/ro" + "ot/.cache\"")]
    [InlineData("/ho" + "me/somebody/x")]
    public void A_registry_or_a_machines_folder_is_found(string text) => Assert.Single(PlaceRule.Faults("a", text));

    [Theory]
    [InlineData("https://example.com/wo" + "rk/1")]
    [InlineData("src/wo" + "rk/a.cs")]
    [InlineData("GET /v1/videos")]
    [InlineData("npm install --prefix artifacts/node node@22")]
    public void Other_addresses_and_paths_pass(string text) => Assert.Empty(PlaceRule.Faults("a", text));
}
