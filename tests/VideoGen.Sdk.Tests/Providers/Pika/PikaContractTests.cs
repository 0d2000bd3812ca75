using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Pika;

namespace VideoGen.Sdk.Tests.Providers.Pika;

/// <summary>What every provider owes, for <see cref="PikaProvider"/> with the replay by option.</summary>
public sealed class PikaContractTests : ProviderContract
{
    protected override IProviderDesk CreateDesk() => new Desk();

    private sealed class Desk : IProviderDesk
    {
        private readonly SandboxDoor door = new("pika", PikaDesk.Key);
        private string key = PikaDesk.Key;
        private Action<string>? rotate;

        public Desk() => Provider = PikaDesk.At(door.BaseUrl, o =>
        {
            o.ReplayWindow = TimeSpan.FromMinutes(10);
            rotate = k => o.ApiKey = k;
        });

        public IVideoProvider Provider { get; }

        public CatalogueModel Model => ModelCatalogue.Embedded.Find("pika", "pika-2.5")!;

        public GenerationSpec Spec => PikaDesk.Spec();

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
            key = "pk_live_rotated_0123456789";
            door.Rotate(key);
            rotate!(key);
            return true;
        }

        public ValueTask DisposeAsync() => door.DisposeAsync();
    }
}
