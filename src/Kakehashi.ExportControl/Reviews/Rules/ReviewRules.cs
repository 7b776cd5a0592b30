using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>
/// What the law asks of a review: pre-check, person, list control, catch-all by use and by user, in this order. Nothing here
/// decides: it says what is settled, what is open, and what is needed.
/// </summary>
public static class ReviewRules
{
    /// <summary>All findings, in the order in which they are worked off.</summary>
    public static IReadOnlyList<ReviewFinding> Judge(ReviewCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var sheet = SheetOutcome.Of(asked.Review);
        List<ReviewFinding> findings = [.. sheet.Findings];
        if (asked.Review.IsInformed) findings.Add(Informed);
        findings.AddRange(PersonRules.Judge(asked));
        if (asked.StaysWithResident)
        {
            findings.Add(new("person.stays", FindingState.Settled, (
                "日本国内で、特定類型に当たらない居住者に提供します。この提供に許可は要りません。本人が海外へ持ち出すときは、改めて審査します。",
                "It is provided in Japan, to a resident in no specific category: that takes no licence. If it is to be taken abroad, that is reviewed anew."), Clauses.Technology));
            return findings;
        }

        if (asked.IsWithinJapan)
        {
            findings.Add(new("destination.within-japan", FindingState.Settled, (
                "相手方も需要者も国内で、非居住者への提供もありません。許可は要りません。外国へ渡ることが分かっているときは、その国を入力してください。",
                "Counterparty and end user are in Japan, and nothing is provided to a non-resident: no licence is needed. Where it is known to go abroad, enter that country."), Clauses.Technology));
            return findings;
        }

        // what is taken in is settled by the sheet; goods and technology are classified in any case
        if (sheet.NeedsNothingMore && asked.Review.Subject == ReviewSubject.Acceptance) return findings;
        findings.AddRange(ListControl.Judge(asked));
        if (!sheet.NeedsNothingMore && asked.Review.Items.Any(item => ListControl.IsCatchAll(asked, item))) findings.AddRange(CatchAll.Judge(asked));
        return findings;
    }

    /// <summary>Why an outcome cannot be decided upon what was found; null where it can.</summary>
    /// <returns>Refusals: <c>review.open-findings</c>, <c>review.needs-licence</c>.</returns>
    public static Refusal? Refuse(ReviewOutcome outcome, IReadOnlyList<ReviewFinding> findings)
    {
        if (outcome == ReviewOutcome.Refused) return null;
        if (findings.FirstOrDefault(one => one.State == FindingState.Open) is { } open) return ReviewRefusals.OpenFindings(findings.Count(one => one.State == FindingState.Open), open.Says);
        if (outcome == ReviewOutcome.LicenceNeeded) return null;
        return findings.FirstOrDefault(one => one.State is FindingState.Licence or FindingState.Consult) is { } needed ? ReviewRefusals.NeedsLicence(needed.Says) : null;
    }

    private static ReviewFinding Informed { get; } = new("catch-all.informed", FindingState.Licence, (
        "経済産業大臣から許可申請をすべき旨の通知を受けています。仕向地にかかわらず許可が必要です。",
        "METI has said that a licence is to be applied for: it takes one, wherever it goes."), Clauses.Inform);
}
