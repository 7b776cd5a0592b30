using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Publishing;

/// <summary>
/// All tables that the public has or is to have, as one set of cells: figures of one measure in the same period, with the
/// same keys, are one cell, whichever indicators and publications show them. Figures of countries add up to those of their
/// region, though each is in a table of its own.
/// </summary>
internal sealed class LinkedTables
{
    private readonly Dictionary<string, int> cells = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Text> names = [];
    private readonly HashSet<string> summed = new(StringComparer.Ordinal);
    private readonly List<((string Total, IReadOnlyList<string> Parts) Line, Func<string, bool>? IsOfAnother)> nested = [];
    private readonly Func<string, long, CellState> stateOf;

    /// <param name="stateOf">What the public has of a cell, by its name and its value now.</param>
    public LinkedTables(Func<string, long, CellState> stateOf) => this.stateOf = stateOf;

    public PublishedTables Tables { get; } = new();

    /// <summary>What a cell is called, by its keys; never by its value.</summary>
    public Text NameOf(int cell) => names[cell];

    /// <summary>The cell of a figure's part.</summary>
    public int? Find(string? key) => key is not null && cells.TryGetValue(key, out var cell) ? cell : null;

    /// <summary>Adds the tables with what their cells need; sums that hold a cell of which <paramref name="isOfAnother"/> is true are of another state of the records and left out.</summary>
    public void Add(TrueTables tables, Protection protection, Func<string, bool>? isOfAnother = null)
    {
        var part = new Parts(tables);
        foreach (var one in tables.Figures)
        {
            var above = Cell(part.Numerator(one), one.Figure.Numerator, one, tables, protection);
            var below = Cell(part.Denominator(one), one.Figure.Denominator, one, tables, protection);
            if (tables.Indicator.Type == IndicatorType.Share && above is { } share && below is { } whole) AddRest(part.Numerator(one)! + "|others", whole, [share], isOfAnother, part.Numerator(one)!, part.Denominator(one)!);
        }

        foreach (var line in part.Lines()) AddLine(line, isOfAnother);
        nested.AddRange(part.NestedLines().Select(line => (line, isOfAnother)));
    }

    /// <summary>Links tables of dimensions that lie within each other, once all have been added.</summary>
    public void Link()
    {
        foreach (var (line, isOfAnother) in nested) AddLine(line, isOfAnother);
        nested.Clear();
    }

    private void AddLine((string Total, IReadOnlyList<string> Parts) line, Func<string, bool>? isOfAnother)
    {
        var found = line.Parts.Select(Find).OfType<int>().Distinct().ToList();
        if (found.Count > 0 && Find(line.Total) is { } total && !found.Contains(total)) AddRest(line.Total + "|rest of " + line.Parts[0], total, found, isOfAnother, [line.Total, .. line.Parts]);
    }

    /// <summary>A sum; what of the total is in no part is a cell that no table shows.</summary>
    private void AddRest(string name, int total, IReadOnlyList<int> parts, Func<string, bool>? isOfAnother, params IReadOnlyList<string> keys)
    {
        if (keys.Any(key => isOfAnother?.Invoke(key) == true) || !summed.Add(name)) return;
        var rest = Tables.Cells[total].Value - parts.Sum(part => Tables.Cells[part].Value);
        if (rest <= 0)
        {
            Tables.AddSum(total, parts);
            return;
        }

        var cell = Tables.Add(name, rest, CellState.Implied, Tables.Cells[total].Protection);
        names[cell] = ($"{names[total].Ja} の残り", $"{names[total].En}, the rest");
        Tables.AddSum(total, [.. parts, cell]);
    }

    private int? Cell(string? key, decimal? value, TrueFigure one, TrueTables tables, Protection protection)
    {
        if (key is null || value is not { } told) return null;
        if (cells.TryGetValue(key, out var known)) return known;
        var cell = cells[key] = Tables.Add(key, (long)told, stateOf(key, (long)told), protection);
        var labels = one.Keys.Select(pair => tables.Dimensions.First(dimension => dimension.Code == pair.Key).Values.First(value => value.Code == pair.Value).Name.Text).ToList();
        var period = one.Figure.Subject.Period.Label;
        names[cell] = (string.Join("・", labels.Select(label => label.Ja).Prepend(period.Ja)), string.Join(", ", labels.Select(label => label.En).Prepend(period.En)));
        return cell;
    }

    /// <summary>The names of cells, and which of them are sums of which.</summary>
    internal sealed class Parts(TrueTables tables)
    {
        private readonly string numerator = tables.Indicator.Numerator!.Name;
        private readonly string? denominator = tables.Indicator.Denominator?.Name;

        public string? Numerator(TrueFigure one) => Name(numerator, one.Figure.Subject.Period, one.Keys);

        /// <summary>A dimension that breaks down the numerator only does not count.</summary>
        public string? Denominator(TrueFigure one) => denominator is null ? null
            : Name(denominator, one.Figure.Subject.Period, one.Keys.Where(key => !tables.Indicator.NumeratorOnly.Contains(key.Key)));

        public IEnumerable<(string Total, IReadOnlyList<string> Parts)> Lines()
        {
            foreach (var dimension in tables.Dimensions)
            {
                var (parents, along) = (dimension.Values.ToDictionary(value => value.Code, value => value.Parent), dimension.Code);
                var figures = tables.Figures.Where(one => one.Keys.ContainsKey(along));
                foreach (var line in figures.GroupBy(one => Name("", one.Figure.Subject.Period, one.Keys.Where(key => key.Key != along)) + "/" + parents[one.Keys[along]]))
                {
                    var first = line.First();
                    var above = first.Keys.Where(key => key.Key != along).ToDictionary(key => key.Key, key => key.Value);
                    if (parents[first.Keys[along]] is { } parent) above[along] = parent;
                    var total = new TrueFigure(above, first.Figure);
                    yield return (Numerator(total)!, [.. line.Select(one => Numerator(one)!)]);
                    if (denominator is not null && !tables.Indicator.NumeratorOnly.Contains(along)) yield return (Denominator(total)!, [.. line.Select(one => Denominator(one)!).Distinct()]);
                }
            }
        }

        /// <summary>The parts of figures that may be in another table: the countries of a region.</summary>
        public IEnumerable<(string Total, IReadOnlyList<string> Parts)> NestedLines()
        {
            foreach (var nesting in tables.Nestings)
            {
                var figures = tables.Figures.Where(one => one.Keys.ContainsKey(nesting.Fine) && !one.Keys.ContainsKey(nesting.Coarse));
                foreach (var line in figures.Select(one => (One: one, Above: Above(one, nesting))).Where(one => one.Above is not null).GroupBy(one => Name("", one.One.Figure.Subject.Period, one.Above!)))
                {
                    var total = new TrueFigure(line.First().Above!, line.First().One.Figure);
                    if (tables.Indicator.Numerator!.Fact == nesting.Fact) yield return (Numerator(total)!, [.. line.Select(one => Numerator(one.One)!)]);
                    if (tables.Indicator.Denominator?.Fact == nesting.Fact && !tables.Indicator.NumeratorOnly.Contains(nesting.Fine) && !tables.Indicator.NumeratorOnly.Contains(nesting.Coarse)) yield return (Denominator(total)!, [.. line.Select(one => Denominator(one.One)!).Distinct()]);
                }
            }
        }

        private static Dictionary<string, string>? Above(TrueFigure one, Nesting nesting)
        {
            if (!nesting.TryFind(one.Keys[nesting.Fine] is var fine && fine != PublicDocument.Unknown ? fine : null, out var coarse)) return null;
            var above = one.Keys.Where(key => key.Key != nesting.Fine).ToDictionary(key => key.Key, key => key.Value);
            above[nesting.Coarse] = coarse ?? PublicDocument.Unknown;
            return above;
        }

        private static string Name(string measure, Period period, IEnumerable<KeyValuePair<string, string>> keys) =>
            $"{measure}|{period}|{string.Join('|', keys.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"{key.Key}={key.Value}"))}";
    }
}
