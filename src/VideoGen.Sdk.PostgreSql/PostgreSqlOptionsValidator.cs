using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>Says every fault of <see cref="PostgreSqlOptions"/>, each with its fix; never a word of the connection string, which holds a password.</summary>
internal sealed partial class PostgreSqlOptionsValidator : IValidateOptions<PostgreSqlOptions>
{
    public ValidateOptionsResult Validate(string? name, PostgreSqlOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    public static IEnumerable<string> Faults(PostgreSqlOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            yield return "PostgreSqlOptions.ConnectionString is empty; give one, for example UsePostgreSql(\"Host=db;Database=videos;Username=app;Password=...\").";
        }
        else if (!IsReadable(options.ConnectionString))
        {
            yield return "PostgreSqlOptions.ConnectionString cannot be read; write it in Npgsql's form, for example Host=db;Database=videos;Username=app;Password=....";
        }

        if (!SchemaName().IsMatch(options.Schema))
        {
            yield return "PostgreSqlOptions.Schema must begin with a small letter or underscore and hold small letters, digits and underscores only, at most 63.";
        }

        if (options.ReconnectTimeout < TimeSpan.Zero)
        {
            yield return "PostgreSqlOptions.ReconnectTimeout must not be below zero.";
        }
    }

    private static bool IsReadable(string connectionString)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaName();
}
