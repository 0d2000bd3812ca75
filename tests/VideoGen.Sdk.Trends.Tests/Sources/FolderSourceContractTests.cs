using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class FolderSourceContractTests : TrendSourceContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected override async Task<ITrendSource> CreateAsync()
    {
        await File.WriteAllTextAsync(folder.At("a.json"), """{"items":[{"title":"One"}]}""", TestContext.Current.CancellationToken);
        return new FolderSource("folder", folder.Path, null, null, Net.Clock());
    }

    public void Dispose() => folder.Dispose();
}
