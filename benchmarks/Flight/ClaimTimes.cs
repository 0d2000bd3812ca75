using System.Reflection;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Flight;

/// <summary>A job store that says of every claimed job when its claim came back.</summary>
public class ClaimTimes : DispatchProxy
{
    private IJobStore inner = null!;

    internal static IJobStore Of(IJobStore inner)
    {
        var proxy = Create<IJobStore, ClaimTimes>();
        ((ClaimTimes)(object)proxy).inner = inner;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(inner, args);
        return answer is Task<IReadOnlyList<StoredJob>> claim && targetMethod.Name == nameof(IJobStore.ClaimAsync) ? NoteAsync(claim) : answer;
    }

    private static async Task<IReadOnlyList<StoredJob>> NoteAsync(Task<IReadOnlyList<StoredJob>> claim)
    {
        var claimed = await claim;
        var now = TimeProvider.System.GetTimestamp();
        foreach (var stored in claimed)
        {
            Console.WriteLine(FormattableString.Invariant($"{stored.Job.Id} {now}"));
        }

        return claimed;
    }
}
