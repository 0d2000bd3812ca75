using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>One value as a CSV cell. Only text can be from outside, so only text is guarded.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    // Excel, LibreOffice and Google Sheets; the wide forms are taken for formulas in East Asian settings.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    public static void Append(StringBuilder row, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                AppendText(row, text);
                break;
            case IReadOnlyList<string> texts:
                AppendText(row, texts.Count == 0 ? "" : $"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]");
                break;
            case DateTimeOffset time:
                row.Append(ExportText.Of(time));
                break;
            case decimal amount:
                row.Append(ExportText.Of(amount));
                break;
            default:
                row.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private static void AppendText(StringBuilder row, string text)
    {
        var guarded = IsFormula(text) ? "'" + text : text;
        if (guarded.AsSpan().ContainsAny(ToQuote))
        {
            row.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            row.Append(guarded);
        }
    }

    // Spreadsheets look past blanks.
    private static bool IsFormula(string text)
    {
        var rest = text.AsSpan().TrimStart(' ');
        return rest.Length > 0 && FormulaStarts.Contains(rest[0]);
    }
}
