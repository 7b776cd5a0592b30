using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Publishing;

/// <summary>
/// What the public has already: every table that was ever published, withdrawn or not, beside the same tables as the
/// records are now. Cells that have changed since are other cells.
/// </summary>
internal sealed class PublicCells
{
    private readonly Dictionary<string, CellState> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PublicationMethod Method, int Protection)> methods = new(StringComparer.Ordinal);
    private readonly List<(Publication Publication, TrueTables Tables, HashSet<string> Changed)> earlier = [];

    /// <summary>Reads what was published.</summary>
    public static async Task<Result<PublicCells>> ReadAsync(Workspace workspace, IReadOnlyList<Publication> publications, TimeSpan patience, Action<double> told, CancellationToken cancel)
    {
        var cells = new PublicCells();
        foreach (var (read, publication) in publications.Index())
        {
            told((double)read / publications.Count);
            // an indicator that is defined no more has no figures now that could be compared
            if (workspace.Indicators.Versions(publication.Indicator).Count == 0) continue;
            var now = await TrueTables.ReadAsync(workspace, publication.Choice, patience, cancel);
            if (!now.IsDone) return now.Refusal;
            var document = PublicDocument.Read(await workspace.Documents.FindAsync(publication.Sha256, cancel) ?? throw new InvalidDataException($"the tables of {publication.Indicator}, edition {publication.Edition}, are gone"));
            cells.Take(publication, now.Value, document);
        }

        return cells;
    }

    /// <summary>A cell that was published by another method than is asked for now: two ways of hiding undo each other.</summary>
    public bool ConflictsWith(PublicationMethod method, int protection, IEnumerable<string> keys) =>
        keys.Any(key => methods.TryGetValue(key, out var known) && (known.Method != method || (method == PublicationMethod.Round && known.Protection != protection)));

    /// <summary>What the public has of a cell. What has been rounded is rounded in the same way again.</summary>
    public CellState StateOf(string key, long value) => value == 0 ? CellState.Open : states.GetValueOrDefault(key, CellState.Open);

    /// <summary>The tables that were published by a method, put to those that are to be.</summary>
    public void AddTo(LinkedTables linked, PublicationMethod method)
    {
        foreach (var (publication, tables, changed) in earlier.Where(one => one.Publication.Method == method)) linked.Add(tables, ProtectionOf(publication.Choice, tables.Indicator), changed.Contains);
    }

    /// <summary>What the cells of a publication need.</summary>
    public static Protection ProtectionOf(PublicationChoice choice, Indicator indicator) =>
        new(indicator.SuppressBelow) { Width = choice.Method == PublicationMethod.Suppress && choice.Protection > 0 ? choice.Protection : indicator.SuppressBelow };

    private void Take(Publication publication, TrueTables now, PublicDocument document)
    {
        var (parts, changed) = (new LinkedTables.Parts(now), new HashSet<string>(StringComparer.Ordinal));
        var shown = document.Observations.ToDictionary(one => Place(one.Period, one.Keys));
        List<TrueFigure> told = [];
        foreach (var one in now.Figures)
        {
            if (!shown.TryGetValue(Place(one.Figure.Subject.Period.ToString(), one.Keys), out var then)) continue;
            told.Add(one);
            Take(publication, parts.Numerator(one), one.Figure.Numerator, then.Numerator, changed);
            Take(publication, parts.Denominator(one), one.Figure.Denominator, then.Denominator, changed);
        }

        earlier.Add((publication, now with { Figures = told }, changed));
    }

    private void Take(Publication publication, string? key, decimal? now, decimal? then, HashSet<string> changed)
    {
        if (key is null || now is not { } value) return;
        methods[key] = (publication.Method, publication.Protection);
        if (publication.Method == PublicationMethod.Round)
        {
            if (then != new Rounding(publication.Protection).Of((long)value)) changed.Add(key);
        }
        else if (then is not null && then != value)
        {
            changed.Add(key);
        }
        else if (then is not null || (value > 0 && states.GetValueOrDefault(key) != CellState.Known))
        {
            states[key] = then is null ? CellState.Marked : CellState.Known;
        }
        else if (value == 0)
        {
            changed.Add(key);
        }
    }

    private static string Place(string period, IReadOnlyDictionary<string, string> keys) =>
        $"{period}|{string.Join('|', keys.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"{key.Key}={key.Value}"))}";
}
