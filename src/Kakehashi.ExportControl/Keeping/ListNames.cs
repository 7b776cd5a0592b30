using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Keeping;

/// <summary>What lists are called on the command line, in folders and in answers.</summary>
public static class ListNames
{
    private static readonly (ConcernList List, string Code, Text Title)[] All =
    [
        (ConcernList.MetiForeignEndUsers, "METI", ("外国ユーザーリスト(経済産業省)", "Foreign End User List (METI)")),
        (ConcernList.OfacSdn, "OFAC", ("米国の SDN リスト", "SDN list (OFAC)")),
        (ConcernList.UnSecurityCouncil, "UN", ("国連安保理の制裁対象者リスト", "Consolidated list of the UN Security Council")),
        (ConcernList.UkSanctions, "UK", ("英国の制裁対象者リスト", "UK sanctions list")),
        (ConcernList.Own, "OWN", ("本学独自のリスト", "The university’s own list")),
    ];

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(one => one.Code)];

    /// <summary>The code of a list.</summary>
    public static string Code(this ConcernList list) => Array.Find(All, one => one.List == list).Code;

    /// <summary>What a list is called.</summary>
    public static Text Title(this ConcernList list) => Array.Find(All, one => one.List == list).Title;

    /// <summary>The list of a code, in any case; null for another word.</summary>
    public static ConcernList? Find(string code) => Array.Find(All, one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { Code: not null } found ? found.List : null;
}
