using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VideoGen.Sdk;

namespace QueueWorker;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    private const string Usage = """
        Usage: QueueWorker COMMAND --store sqlite:PATH|postgres:CONN [options]
          run --sandbox URL [--assets DIR] [--concurrency N] [--until-idle] [--limits]
              --sandbox      address of samples/Sandbox, such as http://127.0.0.1:5055; nobody pays there and no key is needed
              --assets       folder for the videos (default: assets beside the SQLite file, else in the working folder)
              --concurrency  most jobs that execute at once (default: 16)
              --until-idle   end once nothing is left to do within ten minutes
              --limits       keep the vendors' usual rates and the usual budget instead of lifting them
          enqueue --count N [--priority low|normal|high|urgent] [--tenant T]
          status --json      how many jobs are in each state, and the sums of the ledger
          ledger --json      one line per attempt
        CONN is an Npgsql connection string, such as "Host=db;Database=videos;Username=app".
        """;

    private static readonly Dictionary<string, string[]> Options = new(StringComparer.Ordinal)
    {
        ["run"] = ["--store", "--sandbox", "--assets", "--concurrency", "--until-idle", "--limits"],
        ["enqueue"] = ["--store", "--count", "--priority", "--tenant"],
        ["status"] = ["--store", "--json"],
        ["ledger"] = ["--store", "--json"],
    };

    public string Command { get; private init; } = "";

    public StoreChoice? Store { get; private init; }

    public Uri? Sandbox { get; private init; }

    public string? Assets { get; private init; }

    public int Concurrency { get; private init; } = 16;

    public bool UntilIdle { get; private init; }

    public bool Limits { get; private init; }

    public int Count { get; private init; }

    public VideoPriority Priority { get; private init; }

    public string? Tenant { get; private init; }

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? fault)
    {
        (arguments, fault) = (null, null);
        if (args is not [var command, ..] || !Options.TryGetValue(command, out var known))
        {
            fault = $"{(args is [var other, ..] and not ["--help"] ? $"There is no command '{other}'." : "Name a command.")}\n{Usage}";
            return false;
        }

        var read = new Arguments { Command = command };
        for (var i = 1; i < args.Length && fault is null; i++)
        {
            var (option, value) = (args[i], i + 1 < args.Length ? args[i + 1] : null);
            if (!known.Contains(option))
            {
                fault = $"{command} does not know '{option}'.";
            }
            else if (option is "--until-idle" or "--limits" or "--json")
            {
                read = read with { UntilIdle = read.UntilIdle || option == "--until-idle", Limits = read.Limits || option == "--limits" };
            }
            else if (value is null)
            {
                fault = $"{option} needs a value.";
            }
            else
            {
                fault = read.With(option, value, out read);
                i++;
            }
        }

        fault ??= read.Missing();
        fault = fault is null ? null : $"{fault}\n{Usage}";
        arguments = read;
        return fault is null;
    }

    private string? With(string option, string value, out Arguments read)
    {
        read = this;
        switch (option)
        {
            case "--store" when StoreChoice.TryRead(value, out var store):
                read = this with { Store = store };
                return null;
            case "--store":
                return $"--store: '{value}' is no store; write sqlite:PATH or postgres:CONN.";
            case "--sandbox" when Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.IsLoopback:
                read = this with { Sandbox = url };
                return null;
            case "--sandbox":
                return $"--sandbox: '{value}' is no address on this machine; write the one that samples/Sandbox prints, such as http://127.0.0.1:5055.";
            case "--concurrency" when IsCount(value, 10_000, out var places):
                read = this with { Concurrency = places };
                return null;
            case "--count" when IsCount(value, 1_000_000, out var count):
                read = this with { Count = count };
                return null;
            case "--priority" when Enum.GetNames<VideoPriority>().FirstOrDefault(n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase)) is { } name:
                read = this with { Priority = Enum.Parse<VideoPriority>(name) };
                return null;
            case "--assets" or "--tenant" when value.Length > 0:
                read = option == "--assets" ? this with { Assets = value } : this with { Tenant = value };
                return null;
            default:
                return $"{option}: '{value}' cannot be meant; write {(option is "--priority" ? "low, normal, high or urgent" : option is "--count" ? "1 to 1000000" : option is "--concurrency" ? "1 to 10000" : "a name")}.";
        }
    }

    private string? Missing() => Store is null ? "--store is missing: write sqlite:PATH or postgres:CONN."
        : Command == "run" && Sandbox is null ? "--sandbox is missing: start samples/Sandbox and give its address. This sample spends nobody's money."
        : Command == "enqueue" && Count == 0 ? "--count is missing: how many videos?"
        : null;

    private static bool IsCount(string value, int most, out int count) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most;
}
