using global::CustomProvider;
using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.SampleTests.CustomProvider;

/// <summary>What anybody writes for a provider of their own: a desk with a fresh vendor, and the suite derived once.</summary>
public sealed class MyProviderContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new Desk();

    private sealed class Desk : IProviderDesk
    {
        private readonly TemporaryFolder folder = new();

        public Desk() => Provider = new MyProvider(new MyProvider.Studio(folder.At("studio")));

        public IVideoProvider Provider { get; }

        public CatalogueModel Model { get; } = new() { Id = "myprovider", Offers = [] };

        public GenerationSpec Spec { get; } = new() { Model = "myprovider", Prompt = "a prompt that nobody repeats", Duration = TimeSpan.FromSeconds(1) };

        // There is no network and no key: nothing to count, lose or rotate.
        public bool HasWire => false;

        public bool HasKey => false;

        public int? Requests => null;

        public int? Posts => null;

        public IReadOnlyList<string> Secrets => [];

        public bool Break(VendorFault fault) => false;

        public bool RotateKey() => false;

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
