using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>A vendor's client on trial in front of the sandbox that speaks its wire.</summary>
/// <typeparam name="TOptions">The vendor's options.</typeparam>
internal sealed class SandboxDesk<TOptions> : IProviderDesk
    where TOptions : class
{
    private const string FirstKey = "key-of-the-trial-0123456789";
    private readonly SandboxDoor door;
    private readonly Action<TOptions, string> setKey;
    private string key = FirstKey;
    private TOptions? options;

    /// <param name="vendor">The sandbox's path and the catalogue's name.</param>
    /// <param name="spec">Something that the model can do.</param>
    /// <param name="create">Makes the client for an address and a key, handing out its options.</param>
    /// <param name="setKey">Puts another key into the options.</param>
    /// <param name="isFree">Which POSTs the vendor does not charge for, by path; none by default.</param>
    public SandboxDesk(string vendor, GenerationSpec spec, Func<Uri, string, Action<TOptions>, IVideoProvider> create, Action<TOptions, string> setKey, Func<string, bool>? isFree = null)
    {
        door = new SandboxDoor(vendor, FirstKey, isFree);
        this.setKey = setKey;
        Spec = spec;
        Model = ModelCatalogue.Embedded.Find(vendor, spec.Model)!;
        Provider = create(door.BaseUrl, FirstKey, o => options = o);
    }

    public IVideoProvider Provider { get; }

    public CatalogueModel Model { get; }

    public GenerationSpec Spec { get; }

    public bool HasWire => true;

    public bool HasKey => true;

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
        key = "key-after-rotation-0123456789";
        door.Rotate(key);
        setKey(options!, key);
        return true;
    }

    public ValueTask DisposeAsync() => door.DisposeAsync();
}
