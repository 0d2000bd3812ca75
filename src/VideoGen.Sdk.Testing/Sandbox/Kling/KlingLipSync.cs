using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Lip sync in two steps: find the faces, then let one speak.</summary>
internal sealed class KlingLipSync(World world, KlingLegacy legacy, IVendor vendor)
{
    private const string Face = "0";

    private static readonly Rule Identify = May.Hold(("video_id", May.Text(1)), ("video_url", May.Link()));

    private static readonly Rule Speak = May.Hold(
        ("session_id", May.Text(1).Needed()),
        ("face_choose", May.List(
            May.Hold(
                ("face_id", May.Text(1).Needed()),
                ("audio_id", May.Text(1)),
                ("sound_file", May.LinkOrBase64()),
                ("sound_start_time", May.Whole(0).Needed()),
                ("sound_end_time", May.Whole(1).Needed()),
                ("sound_insert_time", May.Whole(0).Needed()),
                ("sound_volume", May.Number(0, 2)),
                ("original_audio_volume", May.Number(0, 2))),
            1,
            1).Needed()),
        ("watermark_info", May.Hold(("enabled", May.Flag()))),
        ("callback_url", May.Text()),
        ("external_task_id", May.Text(1, 512)));

    private readonly ConcurrentDictionary<string, bool> _sessions = new();

    public void Reset() => _sessions.Clear();

    public async Task<Reply> IdentifyFace(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        KlingErrors.Demand(Identify, body);
        KlingErrors.Demand(body["video_id"] is null != body["video_url"] is null, "exactly one of video_id and video_url is required");
        var session = KlingErrors.NewNumber();
        _sessions[session] = true;
        world.Charges.Write(new SandboxCharge(KlingDesk.Name, session, null, KlingPrices.FaceRecognition * KlingTask.UsdPerUnit, world.Now));
        return KlingErrors.Ok(new JsonObject
        {
            ["session_id"] = session,
            ["face_data"] = new JsonArray(new JsonObject { ["face_id"] = Face, ["start_time"] = 0, ["end_time"] = 5000 }),
        });
    }

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        KlingErrors.Demand(Speak, body);
        KlingErrors.Demand(_sessions.ContainsKey(body.Text("session_id")!), "session_id does not exist");
        var face = body.Items("face_choose").Single();
        KlingErrors.Demand(face.Text("face_id") == Face, "face_id does not exist");
        KlingErrors.Demand(face["audio_id"] is null != face["sound_file"] is null, "exactly one of audio_id and sound_file is required");
        var seconds = (face.Whole("sound_end_time")!.Value - face.Whole("sound_start_time")!.Value) / 1000m;
        KlingErrors.Demand(seconds is >= 2 and <= 60, "the sound must last 2 to 60 s");
        return legacy.Accept(http, "advanced-lip-sync", body, new KlingOrder { Kind = "", Model = "lip-sync", Seconds = seconds,
            Units = KlingPrices.LipSync(seconds) });
    }
}
