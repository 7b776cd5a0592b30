using Kakehashi.Analytics.Disclosure;
using Kakehashi.Education.Mobility;

namespace Kakehashi.Education.Balance;

/// <summary>Hides small numbers of persons from those who may not see the persons, and what they could be worked out from.</summary>
public static class GuardedBalance
{
    /// <summary>Fewer persons than this are not told: as with the indicators of mobility.</summary>
    public const int Below = 5;

    private const int Total = -1;

    private static readonly MobilityDirection[] Directions = [MobilityDirection.In, MobilityDirection.Out];

    /// <summary>The balance of a partner as those may read it who do not see the persons. Which cells are hidden depends on the whole partner alone, whichever agreement is looked at.</summary>
    public static ExchangeBalance Guard(this ExchangeBalance whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (whole.Total.Count == 0) return whole;
        var tables = new PublishedTables();
        var cells = new Dictionary<(int Account, int Year, MobilityDirection Direction), int>();
        for (var year = 0; year < whole.Total.Count; year++)
            foreach (var direction in Directions)
            {
                int Add(int account, Flow flow) => cells[(account, year, direction)] = tables.Add("", flow.Persons);
                var total = Add(Total, whole.Total[year].Of(direction));
                int[] parts = [.. whole.Accounts.Index().Where(one => one.Item.Terms is not null).Select(one => Add(one.Index, one.Item.Years[year].Of(direction)))];
                if (parts.Length > 0) tables.AddSum(total, parts);
                // what is under no agreement stands in no sum that is shown
                foreach (var (index, none) in whole.Accounts.Index().Where(one => one.Item.Terms is null)) Add(index, none.Years[year].Of(direction));
            }

        var hidden = Suppression.Choose(tables, new(Below)).Hidden;
        Flow Shown(int account, int year, MobilityDirection direction, Flow flow) => hidden.Contains(cells[(account, year, direction)]) ? new() { IsHidden = true } : flow;
        List<BalanceYear> Guarded(int account, IReadOnlyList<BalanceYear> years) =>
            [.. years.Select((year, at) => year with { In = Shown(account, at, MobilityDirection.In, year.In), Out = Shown(account, at, MobilityDirection.Out, year.Out) })];

        var accounts = whole.Accounts.Select((one, index) => one with { Years = Carried(Guarded(index, one.Years), one.Terms is not { CarriesOver: true }) }).ToList();
        // what is carried is summed over agreements that carry and that do not: it would tell the parts of a total
        return new(accounts, [.. Guarded(Total, whole.Total).Select((year, at) => accounts.TrueForAll(one => one.Terms is null || one.Years[at].Carried is not null) ? year : year with { Carried = null })], 0);
    }

    /// <summary>What is carried tells of every year before.</summary>
    private static List<BalanceYear> Carried(List<BalanceYear> years, bool eachAlone)
    {
        // so does what former years left that are not shown
        var isHidden = years[0].Balance != years[0].Carried;
        for (var at = 0; at < years.Count; at++)
        {
            isHidden = years[at].Balance is null || (isHidden && !eachAlone);
            if (isHidden) years[at] = years[at] with { Carried = null };
        }

        return years;
    }
}
