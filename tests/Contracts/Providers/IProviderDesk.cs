using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>A provider on trial, with a fresh vendor behind it whose every job succeeds within a few looks.</summary>
public interface IProviderDesk : IAsyncDisposable
{
    /// <summary>The provider; always the same.</summary>
    IVideoProvider Provider { get; }

    /// <summary>A model that it offers.</summary>
    CatalogueModel Model { get; }

    /// <summary>Something that the model can do.</summary>
    GenerationSpec Spec { get; }

    /// <summary>Whether there is a vendor at the other end of something that can break. False only for a provider that does its work itself; the suite then skips what a wire can do to it.</summary>
    bool HasWire { get; }

    /// <summary>Whether the vendor takes a key. False skips the trial of its rotation.</summary>
    bool HasKey { get; }

    /// <summary>Requests of any kind that reached the vendor; null without a wire, and only then.</summary>
    int? Requests { get; }

    /// <summary>Paid requests that reached the vendor; null without a wire, and only then.</summary>
    int? Posts { get; }

    /// <summary>Texts that no message may hold: the key, parts of it. Empty without a key, and only then.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>Breaks the vendor; false where it cannot break in this way, which the suite takes from none that has a wire.</summary>
    bool Break(VendorFault fault);

    /// <summary>Changes the key that the vendor takes and the app holds, and <see cref="Secrets"/> with it; false where there is none.</summary>
    bool RotateKey();
}
