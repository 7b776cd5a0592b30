namespace Kakehashi.ExportControl.Cases;

/// <summary>What was found for one record.</summary>
/// <param name="Type">The record's type, by its code.</param>
/// <param name="Number">Its number.</param>
/// <param name="Subjects">Whom it names; none where it was withdrawn.</param>
/// <param name="Hits">Who of the lists that were asked may be meant, the surest first.</param>
public sealed record Found(string Type, long Number, IReadOnlyList<ScreenedSubject> Subjects, IReadOnlyList<(CaseHit Hit, ScreenedSubject Subject)> Hits);

/// <summary>What becomes of the cases of a record when it has been screened.</summary>
public static class CaseRules
{
    /// <summary>The case as it is to be: a new one (its number is 0), the open one changed, or null where nothing changes.</summary>
    /// <param name="cases">All cases of the record.</param>
    /// <param name="found">What was found.</param>
    /// <param name="stands">Whether a hit that was found before still stands, where it was not found again.</param>
    /// <param name="day">Today.</param>
    public static ScreeningCase? Apply(IReadOnlyList<ScreeningCase> cases, Found found, Func<CaseHit, bool> stands, DateOnly day)
    {
        var decided = cases.SelectMany(one => one.Hits).Where(hit => hit.Verdict is HitVerdict.Same or HitVerdict.NotSame).Select(hit => hit.Pair).ToHashSet(StringComparer.Ordinal);
        var hits = found.Hits.Where(one => !decided.Contains(one.Hit.Pair)).DistinctBy(one => one.Hit.Pair).ToList();
        if (cases.FirstOrDefault(one => one.State == CaseState.Open) is not { } open)
            return hits.Count == 0 ? null : ScreeningCase.Begin(found.Type, found.Number, cases.Select(one => one.Round).DefaultIfEmpty().Max() + 1, hits[0].Subject, hits.Select(one => one.Hit), day);
        var after = open.Copy();
        var again = found.Hits.Select(one => one.Hit.Pair).ToHashSet(StringComparer.Ordinal);
        var isChanged = false;
        foreach (var hit in after.Hits.Where(hit => hit.Verdict is null or HitVerdict.Open))
        {
            var isGone = !again.Contains(hit.Pair) && !stands(hit);
            isChanged |= isGone != hit.IsGone;
            hit.IsGone = isGone;
        }

        var known = after.Hits.Select(hit => hit.Pair).ToHashSet(StringComparer.Ordinal);
        var more = hits.Where(one => !known.Contains(one.Hit.Pair)).ToList();
        if (!isChanged && more.Count == 0) return null;
        after.Hits.AddRange(more.Select(one => one.Hit));
        if (more.Count > 0) (after.Subject, after.Kind, after.Country) = (more[0].Subject.Name, more[0].Subject.Kind, more[0].Subject.Country);
        after.Settle(day);
        return after;
    }
}
