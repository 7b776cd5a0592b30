using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Records;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary>Where a command writes a table: a file that is there whole or not at all, or standard output.</summary>
internal static class OutputFile
{
    public static readonly Option<string> To = new("--to")
    {
        Description = T("書き出すファイル(.csv か .xlsx。- で標準出力にCSV)", "The file to write, .csv or .xlsx; - for CSV on standard output."),
        Required = true,
    };

    /// <summary>The record type that the file is of.</summary>
    public static readonly Argument<string> Type = new("type") { Description = T("データの種類(例: agreements。一覧は records で)", "E.g. agreements; see records.") };

    /// <summary>Reads what every command about a file of a type is told, opens the records, and lets the file be written.</summary>
    public static async Task<int> OfTypeAsync(ParseResult input, Func<ParseResult, CancellationToken, Task<Workspace>> open, Func<Workspace, RecordType, ExportFormat, Task<int>> write, CancellationToken cancel)
    {
        var format = FormatOf(input.GetRequiredValue(To));
        if (!format.IsDone) return Answer.Refuse(input, format.Refusal);
        using var workspace = await open(input, cancel);
        var type = WhereOptions.TypeOf(workspace, input.GetRequiredValue(Type));
        return type.IsDone ? await write(workspace, type.Value, format.Value) : Answer.Refuse(input, type.Refusal);
    }

    /// <summary>Standard output.</summary>
    public static bool IsPipe(string to) => to == "-";

    /// <summary>The kind of file that the name asks for.</summary>
    public static Result<ExportFormat> FormatOf(string to) => Path.GetExtension(to).ToLowerInvariant() switch
    {
        ".xlsx" => ExportFormat.Xlsx,
        ".csv" => ExportFormat.Csv,
        _ when IsPipe(to) => ExportFormat.Csv,
        _ => new Refusal("export.format", ($"{to}: 拡張子は .csv か .xlsx にしてください。", $"{to}: let the name end in .csv or .xlsx.")),
    };

    /// <summary>Lets a table be written; null where all went well.</summary>
    public static async Task<Refusal?> WriteAsync(string to, Func<Stream, Task> write)
    {
        if (IsPipe(to))
        {
            await using var output = Console.OpenStandardOutput();
            await write(output);
            return null;
        }

        var partial = $"{to}.partial-{Environment.ProcessId}";
        try
        {
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite)) await write(file);
            File.Move(partial, to, overwrite: true);
            return null;
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new("export.cannot-write", ($"{to} に書き込めません: {error.Message}", $"{to} cannot be written: {error.Message}"));
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(partial)))) File.Delete(partial);
        }
    }
}
