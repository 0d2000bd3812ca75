using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Fal;

namespace VideoGen.Sdk.Tests.Providers.Fal;

/// <summary>What every provider owes, for <see cref="FalProvider"/>.</summary>
public sealed class FalContractTests : ProviderContract
{
    protected override IProviderDesk CreateDesk() => new Desk();

    private sealed class Desk : IProviderDesk
    {
        private readonly SandboxDoor door = new("fal", FalDesk.Key);
        private string key = FalDesk.Key;
        private Action<string>? rotate;

        public Desk() => Provider = FalDesk.At(door.BaseUrl, o => rotate = k => o.ApiKey = k);

        public IVideoProvider Provider { get; }

        public CatalogueModel Model => ModelCatalogue.Embedded.Find("fal", FalDesk.TextToVideo)!;

        public GenerationSpec Spec => FalDesk.Spec();

        public int? Requests => door.Requests;

        public int? Posts => door.Posts;

        public IReadOnlyList<string> Secrets => [key];

        public bool Break(VendorFault fault)
        {
            if (fault == VendorFault.Refuses)
            {
                door.Rotate("another-key-0123456789");
            }
            else
            {
                door.Break(fault);
            }

            return true;
        }

        public bool RotateKey()
        {
            key = "fal-rotated-0123456789";
            door.Rotate(key);
            rotate!(key);
            return true;
        }

        public ValueTask DisposeAsync() => door.DisposeAsync();
    }
}
