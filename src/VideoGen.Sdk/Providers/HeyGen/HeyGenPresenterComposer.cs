using System.Globalization;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Writes videos in which an avatar, or a picture, speaks.</summary>
internal static class HeyGenPresenterComposer
{
    private const int LongestScript = 5000;

    /// <summary>The words to speak: the script, else the prompt.</summary>
    public static string ScriptOf(GenerationSpec spec) => spec.Avatar?.Script is { Length: > 0 } script ? script : spec.Prompt ?? "";

    public static HeyGenPresenterBody Body(GenerationTask task, HeyGenSettings settings, string? title)
    {
        var spec = task.Spec;
        var isPicture = spec.Model == HeyGenModels.SpeakingPicture;
        var audio = HeyGenInputs.OfRole(task, ReferenceRole.Audio).Select(HeyGenInputs.Reference).FirstOrDefault();
        Check(spec, settings, isPicture, audio is not null);
        return new HeyGenPresenterBody
        {
            Type = isPicture ? "image" : "avatar",
            AvatarId = isPicture ? null : spec.Avatar!.AvatarId,
            Image = isPicture ? HeyGenInputs.OfRole(task, ReferenceRole.FirstFrame).Select(HeyGenInputs.Asset).FirstOrDefault() ?? throw HeyGenErrors.Refuse("A speaking picture needs a FirstFrame input.") : null,
            Engine = isPicture ? null : new HeyGenTyped(HeyGenModels.EngineOf(spec.Model)),
            Script = audio is null ? ScriptOf(spec) : null,
            VoiceId = audio is null ? HeyGenComposer.Filled(spec.Avatar?.VoiceId) : null,
            AudioUrl = audio is not null && HeyGenInputs.IsAddress(audio) ? audio : null,
            AudioAssetId = audio is not null && !HeyGenInputs.IsAddress(audio) ? audio : null,
            VoiceSettings = audio is null ? VoiceOf(spec, settings) : null,
            MotionPrompt = settings.MotionPrompt,
            Expressiveness = settings.Expressiveness,
            Title = title,
            Resolution = spec.Resolution?.ToString(),
            AspectRatio = spec.AspectRatio?.ToString(),
            Fit = settings.Fit,
            Background = settings.BackgroundColor is { } color ? new HeyGenTyped("color", color) : null,
            RemoveBackground = settings.RemoveBackground ? true : null,
            Caption = settings.Captions ? new HeyGenCaption("srt", "default") : null,
            CallbackUrl = task.CallbackUrl?.AbsoluteUri,
            CallbackId = task.ClientReference,
        };
    }

    private static void Check(GenerationSpec spec, HeyGenSettings settings, bool isPicture, bool hasAudio)
    {
        if (isPicture == !string.IsNullOrWhiteSpace(spec.Avatar?.AvatarId))
        {
            throw HeyGenErrors.Refuse(isPicture ? "A speaking picture takes no avatar: leave AvatarId empty, or leave the picture out." : "Name the avatar: set AvatarRequest.AvatarId to the id of a look.");
        }

        if (spec.Avatar?.Speed is < 0.5m or > 1.5m)
        {
            throw HeyGenErrors.Refuse("HeyGen speaks at 0.5 to 1.5 of the natural speed.");
        }

        if (settings.Pitch is < -50m or > 50m || settings.Volume is < 0m or > 1m)
        {
            throw HeyGenErrors.Refuse("HeyGen takes a Pitch of -50 to 50 and a Volume of 0 to 1.");
        }

        if (hasAudio)
        {
            return;
        }

        var script = ScriptOf(spec);
        if (string.IsNullOrWhiteSpace(script) || script.Length > LongestScript)
        {
            throw HeyGenErrors.Refuse(string.Create(CultureInfo.InvariantCulture, $"HeyGen speaks scripts of 1 to {LongestScript} characters, this one has {script.Length}."));
        }
    }

    private static HeyGenVoice? VoiceOf(GenerationSpec spec, HeyGenSettings settings)
    {
        var speed = spec.Avatar is { Speed: not 1m } avatar ? avatar.Speed : (decimal?)null;
        return (speed ?? settings.Pitch ?? settings.Volume) is null && spec.Language is null ? null : new HeyGenVoice(speed, settings.Pitch, settings.Volume, spec.Language);
    }
}
