using Kakehashi.Access;
using Kakehashi.Access.SignIn;
using Kakehashi.Community;
using Kakehashi.Education;
using Kakehashi.ExportControl;
using Kakehashi.ExportControl.Cases;
using Kakehashi.Kernel;
using Kakehashi.Partnerships;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Strategy;
using Kakehashi.Strategy.Open;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Web;

/// <summary>The modules of the product: the one list of what is in it.</summary>
public static class Composition
{
    /// <summary>In the order of the house: each may use only those before it.</summary>
    public static IReadOnlyList<Module> Modules { get; } =
        [AccessModule.Module, ExportControlModule.Module, PartnershipsModule.Module, CommunityModule.Module, EducationModule.Module, StrategyModule.Module];

    /// <summary>All record types.</summary>
    public static RecordTypes Types { get; } = new(Modules.SelectMany(module => module.Records));

    /// <summary>Whom the lists of concern are asked for by themselves.</summary>
    public static Screened Screened { get; } = new([.. ExportControlModule.Screened, .. PartnershipsModule.Screened, .. EducationModule.Screened]);

    /// <summary>What evaluation sheets of agreements are made from.</summary>
    public static SheetSources Sheets { get; } = new([AgreementLines.Source, EducationModule.Sheet]);

    /// <summary>Pages and navigation.</summary>
    public static Site Site { get; } = new(
        [typeof(Page).Assembly, typeof(AccessModule).Assembly, typeof(ExportControlModule).Assembly, typeof(PartnershipsModule).Assembly, typeof(StrategyModule).Assembly],
        [
            new(null,
            [
                new(("ホーム", "Home"), "", "home"),
                new(("戦略の進捗", "At a glance"), "board", "layout-dashboard"),
                new(("戦略", "Strategy"), "strategy", "route"),
                new(("指標", "Indicators"), "indicators", "target"),
                new(("自己点検・評価", "Self-assessment"), "assessments", "clipboard-check"),
                new(("世界", "The world"), "world", "world"),
                new(("比較", "Compare"), "compare", "chart"),
                new(("連携先の評価", "Partnerships"), "partnerships", "school"),
                new(("期間の確定", "Closing of periods"), "periods", "lock"),
                new(("公表", "Publications"), "publications", "world") { For = actor => actor.MayEverywhere(Right.Steer) },
                new(("検索", "Search"), "search", "search"),
            ]),
            .. Modules.Select(module => new NavSection(module.Name, [.. module.Records.Select(type => new NavItem(type.Many, type.Route, Icon(type)) { For = actor => actor.MaySee(type) })])),
            new(("データ", "Data"),
            [
                new(("ファイルの取込", "Imports"), "imports", "file-import") { For = WritingRights.Any },
                new(("データの品質", "Quality of data"), "quality", "shield-check"),
                new(("輸出管理の審査", "Reviews of exports"), "reviews", "shield-check") { For = actor => actor.May(Right.ControlExports) },
                new(("RORとの照合", "Reconciliation with ROR"), "registry", "link") { For = actor => actor.May(Right.WriteShared) },
                new(("懸念先リストとの照合", "Screening"), "screening", "shield-check") { For = actor => actor.May(Right.ControlExports) },
            ]),
            new(("管理", "Administration"),
            [
                new(("利用者", "People"), "people", "users") { For = actor => actor.May(Right.Administer) },
                new(("個人情報の消去", "Erasures"), "erasures", "eye-off") { For = actor => actor.May(Right.Erase) },
                new(("メール送信", "Outbox"), "outbox", "mail") { For = actor => actor.May(Right.Administer) },
            ]),
        ])
    {
        OnRecords = [.. Modules.SelectMany(module => module.Sections)],
        OnLists = [.. Modules.SelectMany(module => module.OnLists)],
        OnForms = [.. Modules.SelectMany(module => module.OnForms)],
        Found = (services, words) => FoundPages.For(services.GetRequiredService<Workspace>(), services.GetRequiredService<StrategyReading>().Tree, words),
        Tools = typeof(UserMenu),
        Front = typeof(OpenLink),
    };

    private static string Icon(RecordType type) => type.Code switch
    {
        "org_unit" => "bank",
        "organisation" => "school",
        "agreement" => "certificate",
        "mobility_period" => "plane",
        "student_headcount" or "staff_headcount" => "users",
        "coverage" => "list-check",
        "target" => "target",
        "manual_figure" => "edit",
        "reference_value" => "chart",
        "action_milestone" => "list-check",
        "assessment_round" or "self_assessment" => "clipboard-check",
        "organisation_pair" => "git-merge",
        "area_plan" => "map",
        "overseas_base" => "bank",
        "area_knowledge" => "world",
        "registry_decision" => "link",
        "partner_tier_decision" or "partnership_review" => "school",
        "item_classification" or "screening_case" or "export_review" => "shield-check",
        "export_licence" => "certificate",
        "screening_run" => "list-check",
        _ => "document",
    };
}
