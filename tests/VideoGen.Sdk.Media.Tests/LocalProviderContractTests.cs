using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Media;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Media.Tests;

/// <summary>What every provider owes, for <see cref="LocalProvider"/>: no vendor, no network, no key.</summary>
public sealed class LocalProviderContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new Desk();

    private sealed class Desk : IProviderDesk
    {
        public IVideoProvider Provider { get; } = LocalProvider.Create();

        public CatalogueModel Model => ModelCatalogue.Embedded.Find("local", "local")!;

        public GenerationSpec Spec { get; } = new()
        {
            Model = "local",
            Prompt = "A paper boat crosses a puddle",
            Duration = TimeSpan.FromSeconds(1),
            AspectRatio = AspectRatio.Portrait,
            Resolution = VideoResolution.Parse("480p"),
            Sound = true,
        };

        public bool HasWire => false;

        public bool HasKey => false;

        public int? Requests => null;

        public int? Posts => null;

        public IReadOnlyList<string> Secrets => [];

        public bool Break(VendorFault fault) => false;

        public bool RotateKey() => false;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
