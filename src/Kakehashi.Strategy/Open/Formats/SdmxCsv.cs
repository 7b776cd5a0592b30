using System.Globalization;
using System.Text;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>SDMX-CSV 2.1: one row for each cell, codes alone, the columns in the order of the data structure.</summary>
internal static class SdmxCsv
{
    public const string Media = "application/vnd.sdmx.data+csv; version=2.1.0";

    public static byte[] Write(Sdmx sdmx)
    {
        var all = sdmx.OfAll;
        var text = new StringBuilder();
        Row(text, ["STRUCTURE", "STRUCTURE_ID", "ACTION", .. sdmx.Dimensions.Append(Sdmx.Time).Concat(sdmx.Measures).Concat(Sdmx.OfCells).Concat(all.Select(one => one.Concept)).Select(one => one.Id)]);
        foreach (var cell in sdmx.Cube.Document.Observations)
        {
            var status = OpenCube.StatusOf(cell);
            Row(text,
            [
                "dataflow", sdmx.Reference, "I", .. sdmx.Cube.KeyOf(cell).Select(code => code.Id), sdmx.Cube.PeriodOf(cell).Id,
                .. sdmx.NumbersOf(cell).Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? ""), status.Observation, status.Confidentiality, .. all.Select(one => one.Value.ToString()),
            ]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // for programs: nothing is put before a text that a spreadsheet might take for a formula
    internal static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
