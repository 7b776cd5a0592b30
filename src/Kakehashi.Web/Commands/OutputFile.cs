using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export;
using Kakehashi.Platform.Export.Files;

namespace Kakehashi.Web.Commands;

/// <summary>Where a command writes a table: a file that is there whole or not at all, or standard output.</summary>
internal static class OutputFile
{
    public static readonly Option<string> To = new("--to")
    {
        Description = "The file to write, .csv or .xlsx; - for CSV on standard output. 書き出すファイル(- で標準出力にCSV)",
        Required = true,
    };

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
