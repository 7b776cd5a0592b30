using System.CommandLine;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Import;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary>The program's commands; each one is a file of this folder.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for and gives the exit code.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        // the library that reads the words has its mistakes and help in this language too
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(LanguageOf(arguments).Code());
        var asked = Root().Parse(arguments);
        if (asked.Errors.Count > 0 && arguments.Contains("--json"))
        {
            // a program reads the output: help would be no answer to it
            Console.Out.WriteLine(ImportJson.Write(ImportReport.Refused("", new("command.invalid", Text.Same(string.Join(' ', asked.Errors.Select(error => error.Message))))), LanguageOf(arguments)));
            return ExitCodes.Refused;
        }

        var code = await Invoke(asked);
        return asked.Errors.Count > 0 ? ExitCodes.Refused : code;
    }

    /// <summary>Records that cannot be opened are an answer, whatever was asked for; any other fault is a bug and told with its place.</summary>
    private static async Task<int> Invoke(ParseResult asked)
    {
        try
        {
            return await asked.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (DataFault fault)
        {
            return Answer.Refuse(asked, fault.Refusal);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // the last that hears of it: what it says must not be lost
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(fault);
            return ExitCodes.Failed;
        }
    }

    /// <summary>The language of mistakes in the words themselves, where no option may have been read.</summary>
    private static Language LanguageOf(string[] arguments) =>
        (Array.IndexOf(arguments, "--lang") is var at and >= 0 && at + 1 < arguments.Length ? Languages.Read(arguments[at + 1]) : null) ?? WorkspaceOptions.LanguageOfEnvironment;

    /// <summary>All commands; a test holds the documentation against it.</summary>
    internal static RootCommand Root() =>
        new(T("Kakehashi / 架け橋: 国際交流統合データベース", "Kakehashi / 架け橋: database on international exchange"))
        {
            WorkspaceOptions.Language,
            ServeCommand.Define(),
            DemoCommand.Define(),
            RecordsCommand.Define(),
            ImportCommand.Define(),
            ExportCommand.Define(),
            ExportOpenCommand.Define(),
            MatchCommand.Define(), RegistryCommand.Define(),
            ScreenCommand.Define(), ListsCommand.Define(), EwpCommand.Define(),
            TemplateCommand.Define(),
            StrategyCommand.Define(),
            ClosePeriodCommand.Define(),
            ReportRoundCommand.Define(),
            IndicatorsCommand.Define(),
            BackupCommand.Define(),
            RestoreCommand.Define(),
            VerifyCommand.Define(),
            EraseCommand.Define(),
            PeopleCommand.Define(),
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
