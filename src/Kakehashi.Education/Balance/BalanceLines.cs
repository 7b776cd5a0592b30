using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Platform;

namespace Kakehashi.Education.Balance;

/// <summary>What an evaluation sheet says of the exchange of students: flows and balance by year, and what became of the places.</summary>
internal static class BalanceLines
{
    public static SheetSource Source { get; } = new(ReadAsync);

    private static async Task<SheetAnswer> ReadAsync(Workspace workspace, Agreement agreement, CancellationToken cancel)
    {
        var read = await PartnerBalance.OfAsync(workspace, agreement, PeriodKind.FiscalYear, cancel);
        if (read.Account(agreement.Number, read.Whole, workspace.University.Years) is not { } whole) return new([], []);
        var guarded = read.Account(agreement.Number, read.Whole.Guard(), workspace.University.Years)!;
        var pairs = whole.Years.Zip(guarded.Years.TakeLast(whole.Years.Count), (year, shown) => new Pair(year, shown)).ToList();
        return new([Flows(pairs), Places(pairs, read.Present)], read.Units);
    }

    private static SheetPart Flows(List<Pair> pairs) => new(
        "flows", ("年度ごとの交流(学生)", "Exchange of students by year"),
        [
            ("年度", "Fiscal year"), ("受入(人)", "In, persons"), ("受入(学期)", "In, semesters"), ("派遣(人)", "Out, persons"), ("派遣(学期)", "Out, semesters"),
            ("差(受入−派遣)", "In − out"), ("差の残り", "Left"),
        ],
        [.. pairs.Select(pair => (IReadOnlyList<SheetCell>)
        [
            new(pair.Whole.Period.Label),
            Of(pair.Whole.In.Persons, pair.Shown.In.IsHidden), Of(pair.Whole.In.Semesters, pair.Shown.In.IsHidden),
            Of(pair.Whole.Out.Persons, pair.Shown.Out.IsHidden), Of(pair.Whole.Out.Semesters, pair.Shown.Out.IsHidden),
            Of(pair.Whole.Balance, pair.Shown.Balance is null), Of(pair.Whole.Carried, pair.Shown.Carried is null),
        ])])
    {
        Notes = [StudentSemesters.Rule, ExchangeBalance.CarryRule, StayOwner.Rule],
    };

    /// <summary>Over the years that are over: a place of the present one may still be used.</summary>
    private static SheetPart Places(List<Pair> pairs, Period present)
    {
        var over = pairs.Where(pair => pair.Whole.Period < present).ToList();
        var rows = new List<IReadOnlyList<SheetCell>>();
        foreach (var direction in new[] { MobilityDirection.In, MobilityDirection.Out })
        {
            var stated = over.Where(pair => Agreed(pair.Whole, direction) is not null).ToList();
            if (stated.Count == 0) continue;
            var (places, used, isHidden) = (stated.Sum(pair => Agreed(pair.Whole, direction)!.Value), stated.Sum(pair => pair.Whole.Of(direction).Semesters), stated.Exists(pair => pair.Shown.Of(direction).IsHidden));
            rows.Add([new(MobilityWords.Of(direction)), SheetCell.Number(stated.Count), SheetCell.Number(places), Of(used, isHidden), new(Text.Same(places == 0 ? "" : $"{100 * used / places}%")) { IsNumber = true, IsSmall = isHidden }]);
        }

        return new("places", ("計画した枠と実績", "Places planned and used"), [("派遣・受入", "Direction"), ("年度の数", "Years"), ("枠(学期)", "Places, semesters"), ("実績(学期)", "Used, semesters"), ("使われた割合", "Share used")], rows)
        {
            Notes = [ExchangeTerms.Rule, ("終わった年度だけを数えます。枠の定めがなければ、示しません。", "Only years that are over are counted; nothing is shown where no places are stated.")],
        };
    }

    private static int? Agreed(BalanceYear year, MobilityDirection direction) => direction == MobilityDirection.In ? year.PlacesIn : year.PlacesOut;

    private static SheetCell Of(int? number, bool isSmall) => SheetCell.Number(number) with { IsSmall = isSmall };

    private sealed record Pair(BalanceYear Whole, BalanceYear Shown);
}
