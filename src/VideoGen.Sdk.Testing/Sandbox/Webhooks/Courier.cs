using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Webhooks;

/// <summary>Carries webhooks to the app, in order within a task, and spoils them where a fault says so.</summary>
internal sealed partial class Courier(TimeProvider clock, FaultBook faults, ILoggerFactory? loggers) : IDisposable
{
    private readonly ILogger _log = (loggers ?? NullLoggerFactory.Instance).CreateLogger("VideoGen.Sdk.Testing.Sandbox.Webhooks");
    private readonly WaitingRoom _waiting = new(clock);
    private readonly Postman _postman = new(clock);
    private CancellationTokenSource _stop = new();

    public void Send(Letter letter)
    {
        if (!Loopback.IsTarget(letter.Url))
        {
            LogFarTarget(letter.Task.Vendor);
            return;
        }

        var stop = _stop.Token;
        lock (letter.Task.Gate)
        {
            letter.Task.Mail = letter.Task.Mail.ContinueWith(_ => CarryAsync(letter, stop), stop, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        }
    }

    public void Reset()
    {
        _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _postman.Dispose();
    }

    private async Task CarryAsync(Letter letter, CancellationToken stop)
    {
        var struck = faults.Strike(letter.Task.Vendor, SandboxOperation.Webhook, FaultPoint.Delivery);
        SandboxFault[] flaws = [.. struck, .. letter.Task.Flaws.ToArray().Where(flaw => FaultReach.IsWebhook(flaw.Kind))];
        letter = letter with
        {
            IsUnsigned = flaws.Any(flaw => flaw.Kind == Kind.WebhookUnsigned),
            Body = flaws.Any(flaw => flaw.Kind == Kind.MalformedJson) ? letter.Body[..(letter.Body.Length / 2)] : letter.Body,
        };
        if (flaws.Any(flaw => flaw.Kind == Kind.DropBeforeAccept))
        {
            return;
        }

        var copies = flaws.Any(flaw => flaw.Kind == Kind.WebhookDuplicate) ? 2 : 1;
        if (flaws.FirstOrDefault(flaw => flaw.Kind is Kind.WebhookLate or Kind.Slow) is { } late)
        {
            _ = PostLaterAsync(letter, copies, Task.Delay(late.DurationOrDefault, clock, stop), stop);
        }
        else if (flaws.FirstOrDefault(flaw => flaw.Kind == Kind.WebhookReorder) is { } reorder)
        {
            _ = PostLaterAsync(letter, copies, _waiting.WaitAsync(letter.Task.Vendor, reorder.Duration ?? TimeSpan.FromSeconds(2), stop), stop);
        }
        else
        {
            await _postman.PostAsync(letter, copies, stop).ConfigureAwait(false);
            _waiting.LetThrough(letter.Task.Vendor);
        }
    }

    private async Task PostLaterAsync(Letter letter, int copies, Task turn, CancellationToken stop)
    {
        try
        {
            await turn.ConfigureAwait(false);
            await _postman.PostAsync(letter, copies, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The sandbox was reset or closed meanwhile.
        }
    }

    [LoggerMessage(LogLevel.Warning, "A {Vendor} webhook was not sent: the sandbox posts to loopback addresses only.")]
    private partial void LogFarTarget(string vendor);
}
