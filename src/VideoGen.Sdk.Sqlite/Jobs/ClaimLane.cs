using System.Globalization;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Ready jobs that differ only in age.</summary>
/// <param name="Name">The lane as the column has it.</param>
/// <param name="Rank">Their rank.</param>
/// <param name="Priority">Their priority.</param>
/// <param name="Tenant">Their tenant; empty without.</param>
internal sealed record ClaimLane(string Name, int Rank, VideoPriority Priority, string Tenant)
{
    public static ClaimLane Of(string name)
    {
        var parts = name.Split(':', 3);
        return new ClaimLane(name, int.Parse(parts[0], CultureInfo.InvariantCulture), (VideoPriority)int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }
}
