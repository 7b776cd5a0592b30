using System.Globalization;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>One value of a cut.</summary>
/// <param name="Key">By which its records are found again.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Counts">How many agreements, by the parts.</param>
public sealed record ReportRow(string Key, Text Name, IReadOnlyDictionary<ReportPart, int> Counts)
{
    /// <summary>How many are in force.</summary>
    public int Count => Counts.GetValueOrDefault(ReportPart.All);
}

/// <summary>The agreements in force on a day, counted.</summary>
public sealed class AgreementReport
{
    /// <summary>An agreement with no stay for as long is inactive; one that is younger is not asked.</summary>
    private const int InactiveYears = 3;

    private readonly DateOnly day;
    private readonly IReadOnlyList<ReportedAgreement> inForce;
    private readonly Activity activity;

    private AgreementReport(DateOnly day, IReadOnlyList<ReportedAgreement> inForce, Activity activity) => (this.day, this.inForce, this.activity) = (day, inForce, activity);

    /// <summary>What of it is inactive: said where it is shown.</summary>
    public static Text Rule { get; } = (
        "「3年間活動なし」は、基準日の3年以上前から有効で、その3年間に、この協定に基づく留学・研究滞在も、同じ相手機関との留学・研究滞在も記録されていない協定です。ほかの活動の記録(訪問、共同研究など)はまだ見ていません。",
        "Inactive for three years: in force for three years or more by the day, and in these years no stay is recorded under the agreement, nor any with the same partner. Records of other activity, such as visits or joint research, are not looked at yet.");

    /// <summary>How many are of a part.</summary>
    public int Count(ReportPart part) => inForce.Count(one => IsOf(one, part));

    /// <summary>The numbers of those that a question means.</summary>
    public IReadOnlyList<long> Numbers(ReportQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return [.. inForce.Where(one => IsOf(one, asked.Part) && (asked.Key is null || one.Key(asked.By) == asked.Key)).Select(one => one.Number)];
    }

    /// <summary>Reads the agreements that the actor sees. Whether there was activity is asked of all stays: it is told as yes or no only.</summary>
    public static async Task<AgreementReport> ReadAsync(Workspace workspace, DateOnly day, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        await using var context = workspace.Database.Read();
        var all = await context.Set<Agreement>().Where(one => !one.IsWithdrawn).SeenBy(workspace.Types[typeof(Agreement)], actor).Select(ReportedAgreement.Selected).ToListAsync(cancel);
        return new(day, [.. all.Where(one => one.IsInForceOn(day))], await Activity.ReadAsync(context, day.AddYears(-InactiveYears), day, cancel));
    }

    /// <summary>The rows of a cut: years in order, all else the largest first.</summary>
    public async Task<IReadOnlyList<ReportRow>> RowsAsync(Workspace workspace, ReportCut cut, CancellationToken cancel)
    {
        var name = await NamesAsync(workspace, cut, cancel);
        var rows = inForce.GroupBy(one => one.Key(cut)).Select(group => new ReportRow(
            group.Key, group.Key.Length == 0 ? ("記録なし", "Not recorded") : name(group.Key), Enum.GetValues<ReportPart>().ToDictionary(part => part, part => group.Count(one => IsOf(one, part)))));
        return cut == ReportCut.Year ? [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)] : [.. rows.OrderByDescending(row => row.Count).ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    private bool IsOf(ReportedAgreement one, ReportPart part) => part switch
    {
        ReportPart.Ending6 => one.EndsBetween(day, day.AddMonths(6)),
        ReportPart.Ending12 => one.EndsBetween(day, day.AddMonths(12)),
        ReportPart.Ending24 => one.EndsBetween(day, day.AddMonths(24)),
        ReportPart.Inactive => one.From <= day.AddYears(-InactiveYears) && !activity.Has(one),
        _ => true,
    };

    private static async Task<Func<string, Text>> NamesAsync(Workspace workspace, ReportCut cut, CancellationToken cancel)
    {
        switch (cut)
        {
            case ReportCut.Country:
                var countries = workspace.Codes[CodeLists.Countries].All.ToDictionary(code => code.Value, code => code.Label);
                return key => countries.TryGetValue(key, out var label) ? label : Text.Same(key);
            case ReportCut.Unit:
                var units = (await new Dimensions(workspace).UnitsAsync(cancel)).ToDictionary(unit => unit.Number.ToString(CultureInfo.InvariantCulture), unit => unit.Name);
                return key => units.TryGetValue(key, out var label) ? label : Text.Same(key);
            case ReportCut.Year:
                return key => ($"{key}年", key);
            case ReportCut.Type:
                return Words<AgreementType>(AgreementWords.Of);
            case ReportCut.Level:
                return Words<AgreementLevel>(AgreementWords.Of);
            default:
                return Words<AgreementState>(AgreementWords.Of);
        }
    }

    private static Func<string, Text> Words<T>(Func<T, Text> of)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => CodeNames.Of(value), of);
        return key => words[key];
    }

    /// <summary>The agreements and partners with a stay in some years.</summary>
    private sealed record Activity(HashSet<long> Agreements, HashSet<long> Partners)
    {
        public static async Task<Activity> ReadAsync(RecordsContext context, DateOnly from, DateOnly to, CancellationToken cancel)
        {
            var stays = context.Set<MobilityPeriod>().Where(stay => !stay.IsWithdrawn && stay.StartedOn <= to && (stay.EndedOn == null ? stay.StartedOn >= from : stay.EndedOn >= from));
            var agreements = await stays.Where(stay => stay.Agreement != null).Select(stay => stay.Agreement!.Value).Distinct().ToListAsync(cancel);
            var homes = await stays.Where(stay => stay.Direction == MobilityDirection.In && stay.Home != null).Select(stay => stay.Home!.Value).Distinct().ToListAsync(cancel);
            var hosts = await stays.Where(stay => stay.Direction == MobilityDirection.Out && stay.Host != null).Select(stay => stay.Host!.Value).Distinct().ToListAsync(cancel);
            return new([.. agreements.Select(id => id.Value)], [.. homes.Concat(hosts).Select(id => id.Value)]);
        }

        public bool Has(ReportedAgreement one) => Agreements.Contains(one.Number) || (one.Partner is { } partner && Partners.Contains(partner.Value));
    }
}
