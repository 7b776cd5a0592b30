using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>How an agreement stands to a rule.</summary>
public enum RuleState
{
    Met,

    /// <summary>Nobody can say yet: something it asks for is missing or has not happened.</summary>
    Open,

    Failed,

    /// <summary>Somebody who may has said that it need not be met.</summary>
    Waived,
}

/// <summary>What a rule says of an agreement.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">How the agreement stands to it.</param>
/// <param name="Waiver">Who has waived it, and why; null where nobody has.</param>
public sealed record RuleFinding(GuidelineRule Rule, RuleState State, RuleWaived? Waiver)
{
    /// <summary>It keeps the agreement from going on past a point.</summary>
    public bool Holds(RulePoint point) => Rule.Severity == RuleSeverity.Must && Rule.By <= point && (State is RuleState.Open or RuleState.Failed);
}

/// <summary>Asks an agreement the rules of a guideline. Pure: the same case gives the same findings.</summary>
public static class GuidelineCheck
{
    /// <summary>What the rules that are for an agreement say of it, in the order of the guideline.</summary>
    public static IReadOnlyList<RuleFinding> Judge(GuidelineVersion version, AgreementCase one)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(one);
        var row = one.Row();
        var findings = new List<RuleFinding>(version.Rules.Count);
        foreach (var rule in version.Rules)
            if (Of(rule, one, row) is { } finding) findings.Add(finding);
        return findings;
    }

    private static RuleFinding? Of(GuidelineRule rule, AgreementCase one, object?[] row)
    {
        if (!GuidelineVersion.Fits(rule.Types, one.Agreement.Type) || !GuidelineVersion.Fits(rule.Levels, one.Agreement.Level)) return null;
        bool? isAsked = rule.Asked is null ? true : rule.Asked.Holds(row);
        if (isAsked == false) return null;
        var meets = isAsked is null ? null : rule.Meets.Holds(row);
        if (meets == true) return new(rule, RuleState.Met, null);
        if (one.Procedure?.Waivers.LastOrDefault(waiver => waiver.Rule == rule.Code) is { } waived) return new(rule, RuleState.Waived, waived);
        return new(rule, meets is null ? RuleState.Open : RuleState.Failed, null);
    }
}
