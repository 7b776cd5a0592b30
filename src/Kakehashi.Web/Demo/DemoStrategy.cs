using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Web.Demo;

/// <summary>The strategy of the demonstration university: the shipped one, with an office that answers for each action.</summary>
internal static class DemoStrategy
{
    private static readonly Text Planning = ("国際企画課", "International Planning Office");
    private static readonly Text Exchange = ("国際交流課", "International Exchange Division");
    private static readonly Text Education = ("学務部", "Education and Student Affairs Department");
    private static readonly Text Research = ("研究推進部", "Research Promotion Department");
    private static readonly Text Industry = ("産学連携部", "Industry Collaboration Department");
    private static readonly Text People = ("人事部", "Personnel Department");
    private static readonly Text Publicity = ("広報課", "Public Relations Office");

    /// <summary>Those that differ from the rest of their group.</summary>
    private static readonly Dictionary<string, Text> OfActions = new(StringComparer.Ordinal)
    {
        ["P1.1"] = Exchange,
        ["P1.6"] = ("校友課", "Alumni Relations Office"),
        ["P1.7"] = Publicity,
        ["P2.4"] = People,
        ["T1.5"] = Exchange,
        ["T1.6"] = ("学生寄宿舎課", "Student Housing Office"),
        ["T3.5"] = ("安全保障輸出管理室", "Export Control Office"),
        ["T4.1"] = ("災害レジリエンス研究所", "Institute for Disaster Resilience"),
    };

    /// <summary>Writes it beside the records, where a university has its own.</summary>
    public static async Task WriteAsync(Workspace workspace, Text university, CancellationToken cancel)
    {
        var file = Path.Combine(workspace.Data, "strategy.yaml");
        if (File.Exists(file) || StrategyFiles.Load(workspace).Tree is not { } shipped) return;
        var own = shipped with
        {
            Name = ($"{university.Ja} 国際戦略", $"{university.En} International Strategy"),
            Source = ("架空。構成は東北大学「国際戦略」による", "Invented; built after Tohoku University’s International Strategy"),
            Groups = [.. shipped.Groups.Select(group => group with { Actions = [.. group.Actions.Select(action => action with { Owner = OwnerOf(group, action) })] })],
        };
        await File.WriteAllTextAsync(file, StrategyWriter.Write(own), cancel);
    }

    private static Text OwnerOf(StrategyGroup group, StrategyAction action) => OfActions.TryGetValue(action.Code, out var owner) ? owner : group.Code switch
    {
        "T1" => Education,
        "T2" or "T4" => Research,
        "T3" => Industry,
        _ => Planning,
    };
}
