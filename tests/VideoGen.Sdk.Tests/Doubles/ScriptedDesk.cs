using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Doubles;

internal sealed class ScriptedDesk : IProviderDesk
{
    private readonly ScriptedVendor vendor;

    public ScriptedDesk(ScriptedProviderOptions options, Func<ScriptedProviderOptions, ScriptedVendor, TimeProvider, IVideoProvider> create)
    {
        var clock = new FakeTimeProvider();
        vendor = new ScriptedVendor(clock);
        Provider = create(options, vendor, clock);
        Model = ModelCatalogue.Parse(ScriptedCatalogue.With(null, options.Name), "test").ModelsOf(options.Name)[0];
    }

    public IVideoProvider Provider { get; }

    public CatalogueModel Model { get; }

    public GenerationSpec Spec { get; } = new() { Model = "model", Prompt = "a prompt that nobody repeats", Duration = TimeSpan.FromSeconds(5) };

    public bool HasWire => true;

    public bool HasKey => false;

    public int? Requests => vendor.Posts;

    public int? Posts => vendor.Posts;

    public IReadOnlyList<string> Secrets => [];

    public bool Break(VendorFault fault)
    {
        vendor.IsDown = fault == VendorFault.IsDown;
        vendor.Default = fault switch
        {
            VendorFault.LosesAnswers => new SubmitScript { Submit = ScriptedSubmit.AcceptAndLoseAnswer },
            VendorFault.Refuses => SubmitScript.Rejected(ProviderFailureKind.OutOfCredit),
            _ => vendor.Default,
        };
        return true;
    }

    public bool RotateKey() => false;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
