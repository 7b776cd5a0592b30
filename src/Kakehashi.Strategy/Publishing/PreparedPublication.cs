using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Publishing;

/// <summary>A hidden or sensitive cell and where a reader could place it.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Cell">What the audit found.</param>
public sealed record NamedCell(Text Name, AuditedCell Cell);

/// <summary>What would be published, attacked already.</summary>
/// <param name="Document">The tables as the public would have them.</param>
/// <param name="Shown">Observations with a value.</param>
/// <param name="Hidden">Observations that are hidden.</param>
/// <param name="Sensitive">Cells that are too small themselves.</param>
/// <param name="Secondary">Cells that are hidden to protect others.</param>
/// <param name="Loss">The share of all that the cells of the tables count that is hidden, 0 to 1.</param>
/// <param name="Audited">What the audit found, the narrowest first.</param>
public sealed record PreparedPublication(PublicDocument Document, int Shown, int Hidden, int Sensitive, int Secondary, decimal Loss, IReadOnlyList<NamedCell> Audited)
{
    /// <summary>It may be published.</summary>
    public bool IsSafe => Audited.All(one => one.Cell.IsSafe);

    internal static PreparedPublication Of(Workspace workspace, PublicationChoice choice, TrueTables tables, IReadOnlyDictionary<string, int> closed, PublicCells known, Effort effort)
    {
        var (linked, indicator, needed) = (new LinkedTables(known.StateOf), tables.Indicator, PublicCells.ProtectionOf(choice, tables.Indicator));
        linked.Add(tables, needed);
        known.AddTo(linked, choice.Method);
        linked.Link();
        var rounding = choice.Method == PublicationMethod.Round ? new Rounding(choice.Protection) : null;
        var pattern = rounding is null ? Suppression.Choose(linked.Tables, needed, effort) : null;
        var report = pattern?.Audit ?? Audit.OfRounding(linked.Tables, rounding!, indicator.SuppressBelow, effort);
        var parts = new LinkedTables.Parts(tables);
        List<PublicObservation> observations = [.. tables.Figures.Select(one => rounding is null ? Suppressed(one, parts, linked, pattern!.Hidden) : Rounded(one, rounding))];
        var mine = tables.Figures.SelectMany(one => new[] { linked.Find(parts.Numerator(one)), linked.Find(parts.Denominator(one)) }).OfType<int>().ToHashSet();
        var hidden = mine.Where(cell => pattern?.Hidden.Contains(cell) == true).ToList();
        var sensitive = mine.Count(cell => linked.Tables.Cells[cell].Value is > 0 and var value && value < indicator.SuppressBelow);
        var all = mine.Sum(cell => linked.Tables.Cells[cell].Value);
        return new(
            Written(workspace, choice, tables, rounding?.Base ?? (int)needed.Width, observations) with { Closed = closed.Count > 0 ? closed : null }, observations.Count(one => one.Value is not null), observations.Count(one => one.Flag == PublicDocument.Suppressed),
            sensitive, Math.Max(0, hidden.Count - sensitive), all == 0 ? 0 : (decimal)hidden.Sum(cell => linked.Tables.Cells[cell].Value) / all,
            [.. report.Cells.OrderBy(cell => cell.Interval.Width is { } width ? width - cell.Asked : long.MaxValue).Select(cell => new NamedCell(linked.NameOf(cell.Cell), cell))]);
    }

    private static PublicObservation Suppressed(TrueFigure one, LinkedTables.Parts parts, LinkedTables linked, IReadOnlySet<int> hidden)
    {
        var (above, below) = (IsHidden(parts.Numerator(one)), IsHidden(parts.Denominator(one)));
        var figure = one.Figure;
        var flag = above || below ? PublicDocument.Suppressed : FlagOf(figure.Nothing);
        return new(figure.Subject.Period.ToString(), one.Keys, above || below ? null : figure.Rounded, above ? null : figure.Numerator, below ? null : figure.Denominator, flag);

        bool IsHidden(string? key) => linked.Find(key) is { } cell && hidden.Contains(cell);
    }

    /// <summary>A quotient is that of the rounded parts: with the exact one, the parts would follow.</summary>
    private static PublicObservation Rounded(TrueFigure one, Rounding rounding)
    {
        var (figure, indicator) = (one.Figure, one.Figure.Subject.Indicator);
        var (above, below) = (Of(figure.Numerator), Of(figure.Denominator));
        var nothing = figure.Nothing == Nothing.None && indicator.Denominator is not null && below == 0 ? Nothing.Undefined : figure.Nothing;
        decimal? value = nothing != Nothing.None ? null : (indicator.Denominator is null ? above : above / below) * indicator.Scale;
        return new(
            figure.Subject.Period.ToString(), one.Keys, value is { } exact ? Math.Round(exact, indicator.Decimals, MidpointRounding.AwayFromZero) : null, above, below,
            nothing == Nothing.None ? PublicDocument.Rounded : FlagOf(nothing));

        decimal? Of(decimal? part) => part is { } told ? rounding.Of((long)told) : null;
    }

    private static string FlagOf(Nothing nothing) => nothing == Nothing.None ? PublicDocument.Shown : CodeNames.Of(nothing);

    private static PublicDocument Written(Workspace workspace, PublicationChoice choice, TrueTables tables, int protection, List<PublicObservation> observations) => new()
    {
        Indicator = tables.Indicator.Code,
        Edition = 0,
        Version = tables.Indicator.Version,
        Name = tables.Indicator.Name,
        Definition = tables.Indicator.Definition,
        Source = tables.Indicator.Source,
        Unit = tables.Indicator.Unit,
        Decimals = tables.Indicator.Decimals,
        Method = CodeNames.Of(choice.Method),
        Below = tables.Indicator.SuppressBelow,
        Protection = protection,
        PublishedOn = workspace.Today,
        IsSynthetic = workspace.IsSynthetic,
        Periods = [.. tables.Periods.Select(period => new PublicValue(period.ToString(), period.Label))],
        Dimensions = tables.Dimensions,
        Observations = observations,
    };
}
