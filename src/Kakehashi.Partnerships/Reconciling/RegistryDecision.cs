using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>What was decided of one of our organisations and one of the registry.</summary>
public enum RegistryVerdict
{
    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They are not; it is never proposed again.</summary>
    NotSame,
}

/// <summary>Whether one of our organisations is one of the registry, decided once and kept: the same question is not asked again.</summary>
public sealed class RegistryDecision : Record<RegistryDecision>
{
    public Id<Organisation>? Organisation { get; private set; }

    /// <summary>The ROR id.</summary>
    public string Ror { get; private set; } = "";

    /// <summary>What the registry called it at that time.</summary>
    public string RegistryName { get; private set; } = "";

    public RegistryVerdict Verdict { get; private set; }

    /// <summary>Nobody was asked: it was surer than the university wants to be asked about.</summary>
    public bool AtOnce { get; private set; }

    /// <summary>How sure the comparison was, 0 to 1; null where the id was chosen by hand.</summary>
    public decimal? Score { get; private set; }

    public DateOnly DecidedOn { get; private set; }

    /// <summary>This record with what was decided anew.</summary>
    internal RegistryDecision As(RegistryDecision other)
    {
        var after = (RegistryDecision)MemberwiseClone();
        (after.RegistryName, after.Verdict, after.AtOnce, after.Score, after.DecidedOn) = (other.RegistryName, other.Verdict, other.AtOnce, other.Score, other.DecidedOn);
        return after;
    }

    internal static RegistryDecision Of(long organisation, string ror, string name, RegistryVerdict verdict, double? score, bool atOnce, DateOnly day) => new()
    {
        Organisation = new(organisation),
        Ror = ror,
        RegistryName = name.Length > RegistryDecisionRecord.NameLength ? name[..RegistryDecisionRecord.NameLength] : name,
        Verdict = verdict,
        AtOnce = atOnce,
        Score = score is { } sure ? Math.Round((decimal)sure, 4) : null,
        DecidedOn = day,
    };
}

public sealed class RegistryDecisionRecord : IRecordType<RegistryDecision>
{
    internal const int NameLength = 500;

    public static void Define(Definition<RegistryDecision> record)
    {
        record.Named(("ROR照合の判断", "ROR decision"), ("ROR照合の判断", "ROR decisions"), "registry-decisions");
        record.Identity(one => $"{one.Organisation}/{one.Ror}");
        record.Caption(one => new(one.RegistryName, one.RegistryName));
        record.WrittenByOperations(Right.WriteShared);

        record.Link(one => one.Organisation, ("機関", "Organisation")).Required().Listed();
        record.Line(one => one.RegistryName, ("RORでの名称", "Name in ROR"), NameLength).Required().Listed().Searched();
        record.Line(one => one.Ror, Text.Same("ROR ID"), 60).Required().Listed();
        record.Choice(one => one.Verdict, ("判断", "Decision"), Words).Required().Listed();
        record.Flag(one => one.AtOnce, ("自動で確定", "Accepted at once")).Listed()
            .Help(("確信度が大学の定めた値以上のため、確認せずに確定したもの。", "Surer than the university wants to be asked about."));
        record.Amount(one => one.Score, ("確信度", "Score"));
        record.Day(one => one.DecidedOn, ("判断した日", "Decided on")).Required().Listed();
    }

    private static Text Words(RegistryVerdict verdict) => verdict switch
    {
        RegistryVerdict.Same => ("同じ機関", "The same"),
        _ => ("別の機関", "Not the same"),
    };
}
