using System.Text;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;
using VideoGen.Sdk.Testing.Sandbox.Webhooks;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>One callback per change of state: the bare task, without the envelope (signed since 2026-08-07).</summary>
internal sealed class KlingWebhooks(World world)
{
    public void Tell(KlingTask task)
    {
        if (task.CallbackUrl is null || task.State == TaskState.Cancelled)
        {
            return;
        }

        var shown = task.IsLegacy ? KlingLegacyWire.Shown(task, task.State, world.Links) : KlingWire.Shown(task, task.State, world.Links);
        var id = World.NewId(12); // the same on every repetition of this letter
        world.Courier.Send(new Letter(
            task,
            task.CallbackUrl,
            Encoding.UTF8.GetBytes(shown.Written()),
            (timestamp, body) => StandardWebhook.Headers(id, timestamp, body, world.Options.WebhookSecret)));
    }
}
