using Kakehashi.ExportControl.Lists;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.ExportControl.Screening;

/// <summary>What speaks for an entity or against it beside its name.</summary>
internal static class EvidenceFor
{
    /// <summary>Dates that a list calls approximate may be wrong by so many years.</summary>
    private const int Circa = 2;

    /// <summary>A word that tells less is in many names.</summary>
    private const double BitsOfACommonWord = 9;

    public static IReadOnlyList<Evidence> Of(ScreeningQuery query, Likeness like)
    {
        var (entity, evidence) = (like.Listed.Entity, new List<Evidence>());
        evidence.Add(query.Country is null || entity.Countries.Count == 0 ? Evidence.CountryNotStated : entity.Countries.Contains(query.Country) ? Evidence.CountryAgrees : Evidence.CountryDiffers);
        if (evidence[0] == Evidence.CountryDiffers && entity.Kind != ListedKind.Person && IsOfCommonWords(like.Listed.Name)) evidence.Add(Evidence.CommonWordsElsewhere);
        var known = entity.Births.Where(birth => birth.Earliest is not null).ToList();
        if (query.Born is { Earliest: not null } born && known.Count > 0) evidence.Add(known.Exists(birth => MayBe(birth, born)) ? Evidence.BirthAgrees : Evidence.BirthDiffers);
        if (like.Listed.Listed.IsWeak && like.Rule is not (HitRule.SameName or HitRule.OneLetter)) evidence.Add(Evidence.WeakAlias);
        if (like.IsCommonWord && like.Rule != HitRule.SameName) evidence.Add(Evidence.CommonName);
        if ((query.Kind ?? KindOf(like.Asked)) is { } kind && (kind == ListedKind.Person) != (entity.Kind == ListedKind.Person)) evidence.Add(Evidence.KindDiffers);
        return evidence;
    }

    /// <summary>A score with the odds moved by the evidence.</summary>
    public static double Weighed(double score, IReadOnlyList<Evidence> evidence)
    {
        var odds = score / (1 - score) * Math.Pow(2, evidence.Sum(one => one.Bits()));
        return odds / (1 + odds);
    }

    /// <summary>株式会社 makes it an organisation; Latin legal forms are names of persons too.</summary>
    private static ListedKind? KindOf(Name asked) => asked.Words.Any(word => word is { Kind: WordKind.LegalForm, Script: Script.Han }) ? ListedKind.Organisation : null;

    private static bool MayBe(BirthDate listed, BirthDate asked)
    {
        var around = listed.IsApproximate || asked.IsApproximate ? Circa : 0;
        return listed.Earliest!.Value.Year - around <= asked.Latest!.Value.Year && listed.Latest!.Value.Year + around >= asked.Earliest!.Value.Year
            && (around > 0 || (listed.Earliest <= asked.Latest && listed.Latest >= asked.Earliest));
    }

    private static bool IsOfCommonWords(Name name) => name.Words.Where(word => word.Kind == WordKind.Plain).All(word => NameScore.BitsOf(word) < BitsOfACommonWord);
}
