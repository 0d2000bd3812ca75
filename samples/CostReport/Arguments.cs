using System.Globalization;

namespace CostReport;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Usage: CostReport --output DIR [--store sqlite:PATH|postgres:CONN] [--days 365] [--lines 20000]
          --output  folder of report.html, report.csv and report.json
          --store   the ledger to report on; without it a year of made-up data is written to DIR/costreport-demo.db first
          --days    days of the report, today included (default: 365)
          --lines   entries of made-up data (default: 20000); with --store they are written only into an empty ledger
        """;

    private const int MostLines = 10_000_000;

    public string Output { get; private init; } = "";

    public StoreChoice? Store { get; private init; }

    public int Days { get; private init; } = 365;

    public int? Lines { get; private init; }

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static Arguments Read(string[] args)
    {
        var read = new Arguments();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new FormatException($"{args[i]} needs a value.");
            read = args[i] switch
            {
                "--output" => read with { Output = value },
                "--store" => read with { Store = StoreChoice.Read(value) },
                "--days" => read with { Days = Number(args[i], value, 1, 3650) },
                "--lines" => read with { Lines = Number(args[i], value, 2, MostLines) },
                _ => throw new FormatException($"Unknown option {args[i]}."),
            };
        }

        return read.Output.Length > 0 ? read : throw new FormatException("--output is missing.");
    }

    private static int Number(string option, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{option}: '{value}' is not a whole number from {least} to {most}.");
}
