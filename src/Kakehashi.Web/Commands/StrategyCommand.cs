using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>strategy [--json]</c>: the actions of the strategy, with the indicators that watch them.</summary>
internal static class StrategyCommand
{
    public static Command Define()
    {
        var command = new Command("strategy", T("戦略の施策と、それを測る指標の一覧を表示する", "List the actions of the strategy, with their indicators."))
            { WorkspaceOptions.Json, WorkspaceOptions.Data };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        var language = WorkspaceOptions.LanguageOf(input);
        var reading = StrategyInForce.Load(workspace);
        if (reading.Tree is not { } tree)
        {
            foreach (var mistake in reading.Mistakes) Console.Error.WriteLine($"{mistake.File}({mistake.Line}): {mistake.Code} {mistake.Message.In(language)}");
            return ExitCodes.Failed;
        }

        Answer.Give(input, Json(tree, language), (Text(tree, workspace, Language.Ja), Text(tree, workspace, Language.En)));
        return ExitCodes.Done;
    }

    private static object Json(StrategyTree tree, Language language) => new
    {
        tree.Code,
        Name = tree.Name.In(language),
        Source = tree.Source.In(language),
        Date = tree.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Goals = tree.Goals.Select(goal => new { goal.Code, Title = goal.Title.In(language) }),
        Groups = tree.Groups.Select(group => new
        {
            group.Code,
            Label = group.Label.In(language),
            Title = group.Title.In(language),
            Actions = group.Actions.Select(action => new
            {
                action.Code,
                Title = action.Title.In(language),
                Meaning = action.Meaning.In(language),
                Owner = action.Owner?.In(language),
                Goals = tree.GoalsOf(action).Select(goal => goal.Code),
                action.Indicators,
            }),
        }),
    };

    private static string Text(StrategyTree tree, Workspace workspace, Language language) => string.Join('\n', Lines(tree, workspace, language));

    private static IEnumerable<string> Lines(StrategyTree tree, Workspace workspace, Language language)
    {
        yield return tree.Name.In(language);
        foreach (var group in tree.Groups)
        {
            yield return "";
            yield return $"{group.Code} {group.Label.In(language)}{(language == Language.Ja ? "　" : ": ")}{group.Title.In(language)}";
            foreach (var action in group.Actions)
            {
                yield return $"  {action.Code} {action.Title.In(language)}";
                foreach (var code in action.Indicators) yield return $"      {code} {NameOf(workspace, code, language)}";
            }
        }
    }

    private static string NameOf(Workspace workspace, string code, Language language) =>
        workspace.IndicatorReading.Catalogue?.Versions(code) is [.., var indicator] ? indicator.Name.In(language) : "";
}
