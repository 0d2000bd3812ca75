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

    /// <summary>Requests of any kind that reached the vendor; null where there is no network.</summary>
    int? Requests { get; }

    /// <summary>Paid requests that reached the vendor; null where nothing is paid.</summary>
    int? Posts { get; }

    /// <summary>Texts that no message may hold: the key, parts of it.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>Breaks the vendor; false where it cannot break in this way.</summary>
    bool Break(VendorFault fault);

    /// <summary>Changes the key that the vendor takes and the app holds; false where there is none.</summary>
    bool RotateKey();
}
