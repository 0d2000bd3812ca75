using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>A statement as the server takes it, its arguments by position. Rewritten once: the driver would do it at every call, which for a long statement costs more than the rest of the call.</summary>
internal sealed partial class PostgreSqlText
{
    private static readonly ConcurrentDictionary<string, PostgreSqlText> Known = new(StringComparer.Ordinal);

    private readonly string[] names;

    private PostgreSqlText(string named)
    {
        var names = new List<string>();
        Sql = Argument().Replace(named, match =>
        {
            var name = match.Groups[1].Value;
            var place = names.IndexOf(name);
            if (place < 0)
            {
                place = names.Count;
                names.Add(name);
            }

            return FormattableString.Invariant($"${place + 1}");
        });
        this.names = [.. names];
    }

    public string Sql { get; }

    /// <summary>Adds the arguments that the statement names, each in its place.</summary>
    public void Bind(NpgsqlParameterCollection parameters, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        for (var place = 0; place < names.Length; place++)
        {
            parameters.Add(new NpgsqlParameter { Value = PostgreSqlValue.Of(ValueOf(names[place], place, arguments)) });
        }
    }

    // Most statements name their arguments in the order in which they are given.
    private static object? ValueOf(string name, int place, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (place < arguments.Length && arguments[place].Name == name)
        {
            return arguments[place].Value;
        }

        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        throw new ArgumentException($"The statement asks for @{name}, which is not given.", nameof(arguments));
    }


    /// <param name="named">The statement with its arguments as <c>@name</c>; no text within it holds that sign.</param>
    public static PostgreSqlText Of(string named) => Known.GetOrAdd(named, static text => new PostgreSqlText(text));

    [GeneratedRegex("@([a-z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();
}
