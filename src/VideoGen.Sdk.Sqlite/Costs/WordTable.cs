using System.Text;
using SQLitePCL;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The few words of a long answer, each made a text once.</summary>
internal sealed class WordTable
{
    private readonly List<(byte[] Bytes, string Word)> words = [];

    public string? Of(sqlite3_stmt row, int column)
    {
        var bytes = raw.sqlite3_column_blob(row, column);
        if (bytes.IsEmpty && raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL)
        {
            return null;
        }

        foreach (var (known, word) in words)
        {
            if (bytes.SequenceEqual(known))
            {
                return word;
            }
        }

        var made = Encoding.UTF8.GetString(bytes);
        words.Add((bytes.ToArray(), made));
        return made;
    }
}
