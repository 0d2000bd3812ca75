using System.Text.Json;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Writes creates. Keys go along exactly where HeyGen's text states them: clips and templates; presenters by option only.</summary>
internal static class HeyGenComposer
{
    public static SubmissionBody Compose(GenerationTask task, HeyGenOptions options, ProviderDescriptor descriptor)
    {
        var settings = HeyGenSettings.Of(task.Spec);
        var product = HeyGenModels.ProductOf(task.Spec.Model);
        if (!HeyGenModels.IsAskedFor(product, settings))
        {
            throw HeyGenErrors.NotSupported(Mismatch(product));
        }

        var title = TitleOf(task, settings, descriptor);
        var content = product switch
        {
            HeyGenProduct.Presenter => JsonSerializer.SerializeToUtf8Bytes(HeyGenPresenterComposer.Body(task, settings, title), HeyGenJsonContext.Default.HeyGenPresenterBody),
            HeyGenProduct.Agent => JsonSerializer.SerializeToUtf8Bytes(Agent(task, settings.Agent!), HeyGenJsonContext.Default.HeyGenAgentBody),
            HeyGenProduct.Template => JsonSerializer.SerializeToUtf8Bytes(Template(task, settings.Template!, title), HeyGenJsonContext.Default.HeyGenTemplateBody),
            _ => JsonSerializer.SerializeToUtf8Bytes(HeyGenClipComposer.Body(task, settings), HeyGenJsonContext.Default.HeyGenClipBody),
        };
        var takesKey = product is HeyGenProduct.Clip or HeyGenProduct.Template || (product == HeyGenProduct.Presenter && options.UsePresenterKeys);
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = HeyGenModels.RouteOf(product, settings.Template?.TemplateId),
            Content = content,
            Model = task.Spec.Model,

            // One key for each attempt: whether refusals are replayed as well is not stated, so a retry needs another one.
            IdempotencyKey = takesKey ? task.ClientReference : null,
            IsReplayable = takesKey && descriptor.ReplayWindow is not null,
        };
    }

    private static HeyGenAgentBody Agent(GenerationTask task, HeyGenAgentSettings agent)
    {
        var spec = task.Spec;
        if (spec.Avatar?.Script is { Length: > 0 })
        {
            throw HeyGenErrors.Refuse("HeyGen's video agent writes its script itself; say in the prompt what it should say.");
        }

        return new HeyGenAgentBody
        {
            Prompt = spec.Prompt,
            AvatarId = Filled(spec.Avatar?.AvatarId),
            VoiceId = Filled(spec.Avatar?.VoiceId),
            StyleId = agent.StyleId,
            Orientation = spec.AspectRatio is { } ratio ? ratio.Value < 1m ? "portrait" : "landscape" : null,
            Files = HeyGenInputs.Assets(task.Inputs),
            BrandKitId = agent.BrandKitId,
            IncognitoMode = agent.Incognito ? true : null,
            CallbackUrl = task.CallbackUrl?.AbsoluteUri,
            CallbackId = task.ClientReference,
        };
    }

    private static HeyGenTemplateBody Template(GenerationTask task, HeyGenTemplateSettings template, string? title) => new()
    {
        Variables = string.IsNullOrWhiteSpace(template.TemplateId) ? throw HeyGenErrors.Refuse("Set the TemplateId of HeyGenSettings.Template.") : template.Variables,
        SceneIds = template.SceneIds.Count > 0 ? template.SceneIds : null,
        Dimension = template.Format is { } format ? new HeyGenDimension(format.Width, format.Height) : null,
        Fps = template.FramesPerSecond,
        Title = title,
        CallbackUrl = task.CallbackUrl?.AbsoluteUri,
        CallbackId = task.ClientReference,
    };

    private static string? TitleOf(GenerationTask task, HeyGenSettings settings, ProviderDescriptor descriptor) => !descriptor.CanFind ? settings.Title
        : settings.Title is { Length: > 0 } own ? $"{own} {task.ClientReference}" : task.ClientReference;

    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Mismatch(HeyGenProduct product) => product switch
    {
        HeyGenProduct.Agent => "HeyGen's video agent is used only where HeyGenSettings.Agent, and no template, asks for it.",
        HeyGenProduct.Template => "A HeyGen template is used only where HeyGenSettings.Template, and no agent, names it.",
        _ => "The HeyGen settings ask for an agent or a template; leave the model out, or name video-agent or template.",
    };
}
