using Kakehashi.Kernel;

namespace Kakehashi.Access.People;

/// <summary>What somebody is in the system, for one org unit with all below it or for the whole university.</summary>
public enum Role
{
    /// <summary>Reads; what is personal is masked.</summary>
    Viewer,

    /// <summary>Enters the records of the unit.</summary>
    Contributor,

    /// <summary>Keeps the unit's records and those that all share, such as partners.</summary>
    Officer,

    /// <summary>Keeps the strategy, its targets and its assessment.</summary>
    Strategist,

    /// <summary>Looks at exchange with the eyes of security export control: alone with its cases.</summary>
    ExportController,

    /// <summary>Keeps people, units and set-up.</summary>
    Administrator,
}

/// <summary>The one table of which role gives which rights.</summary>
public static class Roles
{
    /// <summary>Who sets up the program does not thereby see who is suspected of what.</summary>
    private static readonly Right[] OfTheAdministrator = [.. Enum.GetValues<Right>().Where(right => right != Right.ControlExports)];

    /// <summary>The rights of a role.</summary>
    public static IReadOnlyList<Right> Rights(Role role) => role switch
    {
        Role.Viewer => [Right.See],
        Role.Contributor => [Right.See, Right.SeePersonal, Right.Write],
        Role.Officer => [Right.See, Right.SeePersonal, Right.Write, Right.WriteShared],
        Role.Strategist => [Right.See, Right.Steer],
        Role.ExportController => [Right.See, Right.ControlExports],
        _ => OfTheAdministrator,
    };

    /// <summary>What a role is called.</summary>
    public static Text Name(Role role) => role switch
    {
        Role.Viewer => ("閲覧者", "Viewer"),
        Role.Contributor => ("入力担当者", "Contributor"),
        Role.Officer => ("国際交流担当者", "Officer"),
        Role.Strategist => ("戦略担当者", "Strategist"),
        Role.ExportController => ("輸出管理担当者", "Export-control officer"),
        _ => ("管理者", "Administrator"),
    };

    /// <summary>What somebody in the role can do.</summary>
    public static Text Meaning(Role role) => role switch
    {
        Role.Viewer => ("記録と指標を見る。個人情報は表示されない。", "Sees records and figures; what is personal is masked."),
        Role.Contributor => ("担当部局の記録を入力・取込する。", "Enters and imports the records of the unit."),
        Role.Officer => ("担当部局の記録に加え、機関などの共通の記録を管理する。", "Keeps the unit’s records and those all share, such as partners."),
        Role.Strategist => ("戦略・目標・点検・締めを管理する。", "Keeps the strategy, targets, assessment and the close of periods."),
        Role.ExportController => ("安全保障輸出管理の審査をする。審査の記録は、この役割の人だけに表示される。", "Reviews for security export control; nobody else sees its records."),
        _ => ("利用者・部局・設定を含むすべてを管理する。", "Keeps everything, with people, org units and set-up."),
    };
}
