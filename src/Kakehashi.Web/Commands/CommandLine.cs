using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import;

namespace Kakehashi.Web.Commands;

/// <summary>The program's commands; each one is a file of this folder.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for and gives the exit code.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        var asked = Root().Parse(arguments);
        if (asked.Errors.Count > 0 && arguments.Contains("--json"))
        {
            // a program reads the output: help would be no answer to it
            Console.Out.WriteLine(ImportJson.Write(ImportReport.Refused("", new("command.invalid", Text.Same(string.Join(' ', asked.Errors.Select(error => error.Message))))), Language.En));
            return ExitCodes.Refused;
        }

        var code = await asked.InvokeAsync();
        return asked.Errors.Count > 0 ? ExitCodes.Refused : code;
    }

    /// <summary>All commands; a test holds the documentation against it.</summary>
    internal static RootCommand Root() =>
        new("Kakehashi / 架け橋: database on international exchange. 国際交流統合データベース")
        {
            ServeCommand.Define(),
            DemoCommand.Define(),
            RecordsCommand.Define(),
            ImportCommand.Define(),
            ExportCommand.Define(),
            TemplateCommand.Define(),
            IndicatorsCommand.Define(),
            BackupCommand.Define(),
            RestoreCommand.Define(),
            VerifyCommand.Define(),
            EraseCommand.Define(),
        };
}

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The program itself failed, or what was looked at is not well: rejected rows, a broken history.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for was refused: a wrong option, a forbidden address.</summary>
    public const int Refused = 2;

    /// <summary>Ended by the person, as by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
