using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Sqlite;

/// <summary>Says every fault of <see cref="SqliteOptions"/>, each with its fix.</summary>
internal sealed class SqliteOptionsValidator : IValidateOptions<SqliteOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            faults.Add("SqliteOptions.Path is empty; name a file, for example UseSqlite(\"data/videogen.db\").");
        }

        if (options.BusyTimeout <= TimeSpan.Zero)
        {
            faults.Add("SqliteOptions.BusyTimeout must be above zero.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
