using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Contracts.Assets;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A store that is told to break nothing is the store behind it.</summary>
public sealed class ChaosAssetStoreTests : AssetStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-assets-");

    public ChaosAssetStoreTests() => Store = new ChaosAssetStore(new FileSystemAssetStore(folder.FullName), new ChaosProcess());

    protected override IAssetStore Store { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
