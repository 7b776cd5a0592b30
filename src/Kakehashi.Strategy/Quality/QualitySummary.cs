using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;
using Kakehashi.Platform.Quality;

namespace Kakehashi.Strategy.Quality;

/// <summary>One thing that is counted of every unit.</summary>
/// <param name="Key">Its code name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Part">The part of the page that has more.</param>
/// <param name="Anchor">The table there.</param>
/// <param name="Counts">How much of it each unit has; what belongs to no unit stands under 0.</param>
public sealed record SummaryColumn(string Key, Text Title, QualityPart Part, string Anchor, IReadOnlyDictionary<long, long> Counts)
{
    /// <summary>How much of it a unit has.</summary>
    public long Of(long? unit) => Counts.GetValueOrDefault(unit ?? 0);

    /// <summary>Of all units.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>In hundredths of the most that any unit has, rounded up: what there is is never shown as none.</summary>
    public int Share(long? unit) => Of(unit) is > 0 and var count ? (int)Math.Ceiling(100m * count / Counts.Values.Max()) : 0;

    /// <summary>The same in quarters, for the shade.</summary>
    public int Level(long? unit) => (Share(unit) + 24) / 25;
}

/// <summary>All that is found wrong, by unit: where to begin. Counts of different things are not added up.</summary>
public sealed class QualitySummary
{
    /// <summary>Counts what a view holds.</summary>
    public QualitySummary(QualityView view)
    {
        Columns =
        [
            Column("missing", ("欠けている値", "Missing values"), QualityPart.Filled, "part-filled", view.Fillings.SelectMany(filling => filling.Rows).Select(row => (row.Unit, row.Missing))),
            Column("unsubmitted", ("未提出・未申告", "Not submitted or stated"), QualityPart.Timeliness, "timeliness", view.Handed.Where(one => one.State != HandedInState.Submitted).Select(one => (one.Unit, 1L))),
            Column("late", ("遅い入力", "Entered late"), QualityPart.Timeliness, "entered", view.Entries.SelectMany(one => one.Rows).Select(row => (row.Unit, row.Late))),
            Column("unusual", ("いつもと違う件数", "Unusual counts"), QualityPart.Counts, "counts", view.Bands.Where(one => one.Place != Outlying.No).Select(one => (one.Unit, 1L))),
            .. Enum.GetValues<CheckKind>().Select(kind => Column(
                CodeNames.Of(kind), QualityWords.Of(kind), QualityPart.Checks, "checks", view.Counts.Where(one => one.Check.Kind == kind).Select(one => (one.Unit, (long)one.InPeriod)))),
        ];
        Units =
        [
            .. view.Fillings.SelectMany(filling => filling.Rows).Select(row => row.Unit)
                .Concat(view.Handed.Select(one => one.Unit)).Concat(view.Counts.Select(one => one.Unit)).Distinct()
                .OrderBy(unit => unit is { } known ? view.Units.CodeOf(known) : "", StringComparer.Ordinal),
        ];
    }

    /// <summary>What is counted.</summary>
    public IReadOnlyList<SummaryColumn> Columns { get; }

    /// <summary>The units, by their codes; null for what belongs to none.</summary>
    public IReadOnlyList<long?> Units { get; }

    private static SummaryColumn Column(string key, Text title, QualityPart part, string anchor, IEnumerable<(long? Unit, long Count)> counts) => new(
        key, title, part, anchor, counts.GroupBy(one => one.Unit ?? 0, one => one.Count).ToDictionary(same => same.Key, same => same.Sum()));
}
